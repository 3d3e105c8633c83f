package io.casewright.promise.domain;

import io.casewright.calendar.domain.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a promise's time: worked on, closed or paused.
 *
 * @param to not in it any more
 * @param dayOff which holiday or closed day it is, of a day off
 * @param hold who paused it, and why; of a pause that was taken back, why it counts all the same
 * @param terms by which it was measured
 */
public record Segment(
        Instant from,
        Instant to,
        State state,
        @Nullable String dayOff,
        @Nullable Hold hold,
        Terms terms) {

    public enum State {
        WORKING,
        OUTSIDE_HOURS,
        DAY_OFF,
        PAUSED
    }

    static Segment paused(Instant from, Instant to, Hold hold, Terms terms) {
        return new Segment(from, to, State.PAUSED, null, hold, terms);
    }

    static Segment of(Stretch stretch, @Nullable Hold takenBack, Terms terms) {
        var state = switch (stretch.kind()) {
            case OPEN -> State.WORKING;
            case OUTSIDE_HOURS -> State.OUTSIDE_HOURS;
            case DAY_OFF -> State.DAY_OFF;
        };
        return new Segment(stretch.from(), stretch.to(), state, stretch.dayOff(), takenBack, terms);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    boolean counts() {
        return state == State.WORKING;
    }

    boolean isPausedBy(String key) {
        return state == State.PAUSED && hold != null && hold.key().equals(key);
    }

    boolean goesOnAs(Segment next) {
        return to.equals(next.from)
                && state == next.state
                && Objects.equals(dayOff, next.dayOff)
                && Objects.equals(hold, next.hold)
                && terms.equals(next.terms);
    }

    Segment until(Instant end) {
        return new Segment(from, end, state, dayOff, hold, terms);
    }
}
