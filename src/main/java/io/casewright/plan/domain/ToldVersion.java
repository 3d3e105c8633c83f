package io.casewright.plan.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version that was told to somebody, or is about to be.
 *
 * @param caseNumber with whose acknowledgement; null for an announcement
 * @param at null while the letter has not left
 * @param failure why it cannot leave; null otherwise
 */
public record ToldVersion(
        long plan,
        String planName,
        int version,
        long customer,
        String customerName,
        long contact,
        String contactName,
        @Nullable String caseNumber,
        @Nullable Instant at,
        @Nullable String failure) {}
