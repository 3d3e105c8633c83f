package io.casewright.invoice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of Microsoft to the partner, over all customers.
 *
 * @param issuedAt day of the invoice
 * @param from beginning of the billing period
 * @param to end of the billing period
 */
public record Invoice(
        String id,
        @Nullable Instant issuedAt,
        @Nullable Instant from,
        @Nullable Instant to) {}
