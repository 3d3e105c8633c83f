package io.casewright.report.application;

import io.casewright.platform.time.PartnerDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the days that a report is about, in the zone of the partner's letters. */
@Component
public class Period {

    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    private final PartnerDays days;

    Period(PartnerDays days) {
        this.days = days;
    }

    /** Days from the first to the last, both in it. */
    public record Days(LocalDate first, LocalDate last, Instant from, Instant to) {}

    /** Days that mean nothing. */
    public static final class Refused extends RuntimeException {

        private final String field;

        Refused(String field, String remedy) {
            super(remedy);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /**
     * What was asked for; today and the thirty days before where nothing was said.
     *
     * @throws Refused when it is no period
     */
    public Days of(@Nullable String from, @Nullable String to) {
        var last = date("to", to, days.today());
        var first = date("from", from, last.minusDays(USUAL_DAYS));
        if (first.isAfter(last)) {
            throw new Refused("from", "must not be later than to");
        }
        if (first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw new Refused("from", "must be at most " + LONGEST_DAYS + " days before to");
        }
        return new Days(first, last, days.beginOf(first), days.beginOf(last.plusDays(1)));
    }

    private static LocalDate date(String field, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var date = LocalDate.parse(text.strip());
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new Refused(field, "must be a day such as 2026-11-30");
    }
}
