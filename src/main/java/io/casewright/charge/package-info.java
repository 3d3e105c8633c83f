/**
 * What customers pay: the time that people spend on cases, booked by themselves and corrected without changing what was booked, and what is
 * charged for a case by its customer's plan.
 */
@NullMarked
@Uses({"calendar", "casefile", "plan"})
package io.casewright.charge;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
