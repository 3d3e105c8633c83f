/** Partners, their customers, the customers' contacts and support plans. Reference data, so one flat package. */
@NullMarked
@Uses({"microsoft", "plan"})
package io.casewright.customer;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
