/** Microsoft's invoices to the partner. One covers all customers, so nothing but the lines of the customer in question leaves this package. */
@NullMarked
@Uses("microsoft")
package io.casewright.invoice;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
