/** What can be done with a major case. */
@NullMarked
package io.casewright.majorcase.application;

import org.jspecify.annotations.NullMarked;
