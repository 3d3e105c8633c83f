package io.casewright.prepaid.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewright.prepaid.application.ReadPrepaidHours.Statement;
import io.casewright.prepaid.domain.PrepaidEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer's prepaid hours as the interface shows them.
 *
 * @param heldMinutes bought and not used
 * @param reservedMinutes of those, for cases
 * @param freeMinutes the others
 * @param entries the newest first
 */
record PrepaidView(int heldMinutes, int reservedMinutes, int freeMinutes, List<EntryView> entries) {

    /**
     * An entry.
     *
     * @param kind bought, reserved, released, used or given_back
     * @param note for the partner's own people and programs only, as is who did it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            Instant at,
            String kind,
            int minutes,
            @Nullable String caseNumber,
            @Nullable String note,
            @Nullable String person) {}

    static PrepaidView of(Statement statement, boolean isInside) {
        var balance = statement.balance();
        return new PrepaidView(
                balance.held(),
                balance.reserved(),
                balance.free(),
                statement.entries().stream().map(entry -> view(entry, isInside)).toList());
    }

    private static EntryView view(PrepaidEntry entry, boolean isInside) {
        return new EntryView(
                entry.madeAt(),
                entry.movement().kind().name().toLowerCase(Locale.ROOT),
                entry.movement().minutes(),
                entry.caseNumber(),
                isInside ? entry.note() : null,
                isInside ? entry.login() : null);
    }
}
