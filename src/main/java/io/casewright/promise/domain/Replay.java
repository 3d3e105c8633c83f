package io.casewright.promise.domain;

import io.casewright.promise.domain.Segment.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets all that happened to a promise happen again, measured by other terms. By its own it comes to what is kept. */
public final class Replay {

    private static final Thresholds BREACH_ALONE = new Thresholds(List.of(Thresholds.BREACH));

    private final ClockState happened;
    private final Function<Terms, Optional<Terms>> instead;
    private final List<Event> events = new ArrayList<>();

    private record Event(Instant at, Consumer<PromiseClock> action) {}

    private Replay(ClockState happened, Function<Terms, Optional<Terms>> instead) {
        this.happened = happened;
        this.instead = instead;
    }

    /**
     * What would have become of it.
     *
     * @param instead takes the place of terms that held; empty where nothing would have been promised
     * @param until when one that is awaited still is looked at
     * @return empty when it would not have been promised at all
     */
    public static Optional<PromiseClock> of(
            ClockState happened, Function<Terms, Optional<Terms>> instead, Instant until) {
        return new Replay(happened, instead).play(until);
    }

    private Optional<PromiseClock> play(Instant until) {
        var begun = happened.terms().getFirst();
        return instead.apply(begun).map(first -> {
            var clock = PromiseClock.start(happened.kind(), BREACH_ALONE, first.from(begun.since()));
            changesOfTerms();
            pauses();
            events.sort(Comparator.comparing(Event::at));
            events.forEach(event -> event.action().accept(clock));
            end(clock, until);
            return clock;
        });
    }

    private void changesOfTerms() {
        happened.terms().stream()
                .skip(1)
                .forEach(held -> instead.apply(held)
                        .ifPresent(next -> add(held.since(), clock -> clock.measureBy(held.since(), next))));
    }

    private void pauses() {
        Hold before = null;
        for (var segment : happened.segments()) {
            before = hold(segment.from(), before, segment.state() == State.PAUSED ? segment.hold() : null);
        }
        hold(reached(), before, happened.hold());
    }

    private @Nullable Hold hold(Instant at, @Nullable Hold before, @Nullable Hold next) {
        if (next != null && !next.equals(before)) {
            add(at, clock -> clock.pause(at, next));
        } else if (next == null && before != null) {
            add(at, clock -> clock.resume(at));
        }
        return next;
    }

    private Instant reached() {
        return happened.segments().isEmpty()
                ? happened.terms().getFirst().since()
                : happened.segments().getLast().to();
    }

    private void end(PromiseClock clock, Instant until) {
        var endedAt = happened.endedAt();
        if (endedAt == null) {
            clock.wake(until);
            return;
        }
        if (isNoticedAtItsEnd(endedAt)) {
            clock.wake(endedAt);
        }
        if (happened.dropped()) {
            clock.drop(endedAt);
        } else {
            clock.stop(endedAt);
        }
    }

    /** A machine whose clock was ahead noticed the breach before what was promised came, and that stays so. */
    private boolean isNoticedAtItsEnd(Instant endedAt) {
        return happened.passings().stream()
                .anyMatch(passing -> passing.isBreach() && passing.at().equals(endedAt));
    }

    private void add(Instant at, Consumer<PromiseClock> action) {
        events.add(new Event(at, action));
    }
}
