package io.casewright.operations.pages;

import java.time.Duration;
import java.util.Locale;

/** Writes how long something takes or took. */
final class Spans {

    private Spans() {}

    /** In the two largest units, such as {@code 2 h 5 min}. */
    static String of(Duration span) {
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return span.toMillis() + " ms";
        }
        if (span.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return span.toSeconds() + " s";
        }
        if (span.compareTo(Duration.ofHours(1)) < 0) {
            return span.toMinutes() + " min";
        }
        if (span.compareTo(Duration.ofDays(1)) < 0) {
            return "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
        }
        return "%d %s %d h".formatted(span.toDays(), span.toDays() == 1 ? "day" : "days", span.toHoursPart());
    }
}
