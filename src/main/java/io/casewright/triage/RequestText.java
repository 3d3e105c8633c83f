package io.casewright.triage;

import org.jspecify.annotations.Nullable;

/**
 * A request as the customer wrote it, of any length and content.
 *
 * @param product what the customer named as the product, in own words
 * @param affectedUsers how many people the customer says are affected
 */
public record RequestText(
        String subject,
        String description,
        @Nullable String product,
        @Nullable Integer affectedUsers) {}
