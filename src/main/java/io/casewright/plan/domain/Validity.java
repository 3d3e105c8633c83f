package io.casewright.plan.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when on a version is to hold.
 *
 * @param from null for as soon as it is approved
 */
public record Validity(@Nullable Instant from) {

    /** Cannot be so; the message is the end of a sentence that begins with the name of the field. */
    public static final class Impossible extends Exception {

        Impossible(String message) {
            super(message);
        }
    }

    /**
     * As it was written down, a day or a minute in the time zone of the plan.
     *
     * @throws Impossible when it is no time, is over, or another version begins then or later
     */
    public static Validity of(String text, ZoneId zone, Instant now, Optional<Instant> lastVersion) throws Impossible {
        Instant from = text.isEmpty() ? null : read(text, zone);
        if (from != null && !from.isAfter(now)) {
            throw new Impossible("is over; write a later day, or leave it empty for as soon as it is approved");
        }
        var begins = from == null ? now : from;
        if (lastVersion.isPresent() && !begins.isAfter(lastVersion.get())) {
            throw new Impossible("must be later than %s, when the version before begins"
                    .formatted(LocalDateTime.ofInstant(lastVersion.get(), zone)
                            .toString()
                            .replace('T', ' ')));
        }
        return new Validity(from);
    }

    private static Instant read(String text, ZoneId zone) throws Impossible {
        try {
            return text.length() > 10
                    ? LocalDateTime.parse(text.strip().replace(' ', 'T'))
                            .atZone(zone)
                            .toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Impossible("must be a day such as 2027-01-01, or a minute such as 2027-01-01 08:00");
        }
    }
}
