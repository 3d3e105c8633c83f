package io.casewright.plan.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Service time as people write it, in signs that are the same in all languages: {@code 1 h 30 min}. */
public final class ServiceTime {

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,5})\\s*h)?\\s*(?:(\\d{1,6})\\s*min)?");

    private ServiceTime() {}

    /** Empty when it is not written so. */
    static Optional<Duration> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (text.isBlank() || !written.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(written.group(1))).plusMinutes(number(written.group(2))));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    public static String written(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        return hours == 0 ? minutes + " min" : minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }
}
