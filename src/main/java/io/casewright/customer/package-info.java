/** Partners, their customers, the customers' contacts and support plans. Reference data, so one flat package. */
@NullMarked
package io.casewright.customer;

import org.jspecify.annotations.NullMarked;
