/** The clocks of what was promised to customers. */
@NullMarked
package io.casewright.promise.domain;

import org.jspecify.annotations.NullMarked;
