/** Microsoft's invoices to the partner. One covers all customers, so nothing but the lines of the customer in question leaves this package. */
@NullMarked
package io.casewright.invoice;

import org.jspecify.annotations.NullMarked;
