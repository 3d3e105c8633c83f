/** Where a customer's people are, as far as service depends on it: the time zone and the days off of their sites. */
@NullMarked
@Uses({"calendar", "customer", "plan"})
package io.casewright.site;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
