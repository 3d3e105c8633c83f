/** The clock. */
@NullMarked
package io.casewright.platform.time;

import org.jspecify.annotations.NullMarked;
