/** Figures about many cases, each of which opens its cases. */
@NullMarked
@Uses({"minutes"})
package io.casewright.report;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
