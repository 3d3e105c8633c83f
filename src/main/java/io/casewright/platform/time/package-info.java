/** The clock, and pauses. */
@NullMarked
package io.casewright.platform.time;

import org.jspecify.annotations.NullMarked;
