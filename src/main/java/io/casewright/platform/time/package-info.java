/** The clock, pauses, and how long to wait. */
@NullMarked
package io.casewright.platform.time;

import org.jspecify.annotations.NullMarked;
