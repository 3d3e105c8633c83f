package io.casewright.minutes.web;

import io.casewright.minutes.domain.Minutes;
import io.casewright.minutes.domain.OwnedStretch;
import io.casewright.minutes.domain.Owner;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who owned the minutes of a case. All times are whole seconds, and the stretches add up to the total.
 *
 * @param total seconds
 * @param notCounted seconds between an end and a reopening, in which the case was nobody's
 * @param seconds by owner
 */
record MinutesView(String number, long total, long notCounted, Map<String, Long> seconds, List<StretchView> stretches) {

    /**
     * A part of it.
     *
     * @param owner customer, partner, reseller, provider, microsoft, vendor or closed_hours
     * @param why work, question, consent, confirmation, customer_wrote, known_issue, known_issue_taken_back, ticket_to_file, ticket or
     *     ticket_waits_for_us
     * @param subject the known issue, or our reference of the ticket
     */
    record StretchView(
            Instant from,
            Instant to,
            long seconds,
            String owner,
            String why,
            @Nullable String subject) {

        static StretchView of(OwnedStretch stretch) {
            return new StretchView(
                    stretch.from(),
                    stretch.to(),
                    stretch.seconds(),
                    lower(stretch.owner()),
                    lower(stretch.reason()),
                    stretch.subject());
        }
    }

    static MinutesView of(String number, Minutes minutes) {
        return new MinutesView(
                number,
                minutes.seconds(),
                minutes.nobodys(),
                seconds(minutes.byOwner()),
                minutes.stretches().stream().map(StretchView::of).toList());
    }

    static Map<String, Long> seconds(Map<Owner, Long> byOwner) {
        var named = new LinkedHashMap<String, Long>();
        byOwner.forEach((owner, seconds) -> named.put(lower(owner), seconds));
        return named;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
