package io.casewright.plan.web;

import io.casewright.plan.domain.ToldVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * To whom a version was told.
 *
 * @param caseNumber with whose acknowledgement; null for an announcement
 * @param at null while the letter has not left
 * @param failure why it cannot leave
 */
record ToldView(
        int version,
        String customer,
        String contact,
        @Nullable String caseNumber,
        @Nullable Instant at,
        @Nullable String failure) {

    static ToldView of(ToldVersion told) {
        return new ToldView(
                told.version(), told.customerName(), told.contactName(), told.caseNumber(), told.at(), told.failure());
    }
}
