/** The time that people spend on cases: proposed from the tasks they did, booked by themselves, and corrected without changing what was booked. */
@NullMarked
@Uses("casefile")
package io.casewright.charge;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
