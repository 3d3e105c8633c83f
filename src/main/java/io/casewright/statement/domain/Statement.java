package io.casewright.statement.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a customer pays for a month, in one currency. Its lines never change; approved, it has its number and never changes at all.
 *
 * @param customerDomain by which programs name the customer
 * @param proposals how often it was proposed
 * @param number null until it is approved
 * @param decision why it was declined the last time; null when it was not
 */
public record Statement(
        long id,
        long customer,
        String customerName,
        String customerDomain,
        YearMonth month,
        Currency currency,
        State state,
        int proposals,
        @Nullable String number,
        Instant madeAt,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision) {

    public enum State {
        DRAFT,
        PROPOSED,
        APPROVED
    }

    /** By which the process knows this proposal; another one of the same statement has another. */
    public String key() {
        return "Statement %d-%d".formatted(id, proposals);
    }

    public boolean is(State wanted) {
        return state == wanted;
    }

    /** How people call it, before it has its number as well. */
    public String name() {
        return number == null ? "%s, %s, %s".formatted(customerName, month, currency.getCurrencyCode()) : number;
    }
}
