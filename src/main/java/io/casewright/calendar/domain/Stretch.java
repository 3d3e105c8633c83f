package io.casewright.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which service is given, or is not for one reason.
 *
 * @param to not in it any more
 * @param dayOff which holiday or closed day it is; null for every other kind
 */
public record Stretch(
        Instant from, Instant to, Kind kind, @Nullable String dayOff) {

    public enum Kind {
        OPEN,
        OUTSIDE_HOURS,
        DAY_OFF
    }

    public boolean isOpen() {
        return kind == Kind.OPEN;
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    boolean goesOnAs(Stretch next) {
        return kind == next.kind && java.util.Objects.equals(dayOff, next.dayOff);
    }

    Stretch until(Instant end) {
        return new Stretch(from, end, kind, dayOff);
    }
}
