/**
 * Looks whether MySQL and the engine see the same, on schedule and by a command, and mends what can be mended without harm. Knows the
 * platform only: each module says what of its own does not fit.
 */
@NullMarked
package io.casewright.audit;

import org.jspecify.annotations.NullMarked;
