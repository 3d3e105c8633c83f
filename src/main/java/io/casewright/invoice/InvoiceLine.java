package io.casewright.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice that is about one customer.
 *
 * @param name of what is charged
 * @param chargeType Microsoft's word for the reason, such as a new purchase
 * @param quantity such as seats
 * @param cost what the partner pays for it; internal, never for the customer
 */
public record InvoiceLine(
        @Nullable String subscriptionId,
        String name,
        String chargeType,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal cost,
        String currency) {}
