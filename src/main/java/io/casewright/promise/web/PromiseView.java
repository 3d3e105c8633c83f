package io.casewright.promise.web;

import io.casewright.promise.application.ReadPromises.Told;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.Passing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A promise and how it stands.
 *
 * @param target the service time in which it is promised
 * @param left what of it is left, in whole seconds; negative when more was used
 * @param dueAt when it is used up if nothing happens, or was; null while the clock stands still and after a promise was kept
 * @param endedAt when what was promised came, or was awaited no more
 */
record PromiseView(
        long id,
        String kind,
        String state,
        String plan,
        String severity,
        String calendar,
        Duration target,
        Duration left,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable HoldView paused,
        List<PassingView> passed) {

    /** Who holds the time, and why. */
    record HoldView(String by, String why) {

        static @Nullable HoldView of(@Nullable Hold hold) {
            return hold == null ? null : new HoldView(hold.by(), hold.why());
        }
    }

    /** A part of the time, in percent, and when it was used up. */
    record PassingView(int percent, Instant at) {

        static PassingView of(Passing passing) {
            return new PassingView(passing.percent(), passing.at());
        }
    }

    static PromiseView of(Told told) {
        var clock = told.clock();
        var terms = clock.terms();
        return new PromiseView(
                told.id(),
                lower(clock.kind()),
                lower(clock.outcome()),
                terms.plan(),
                terms.severity().toLowerCase(Locale.ROOT),
                terms.calendar(),
                terms.target(),
                clock.left(told.at()).truncatedTo(ChronoUnit.SECONDS),
                clock.startedAt(),
                clock.due().orElse(null),
                clock.endedAt().orElse(null),
                HoldView.of(clock.hold().orElse(null)),
                clock.passings().stream().map(PassingView::of).toList());
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
