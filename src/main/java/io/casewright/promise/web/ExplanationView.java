package io.casewright.promise.web;

import io.casewright.promise.application.ReadPromises.Told;
import io.casewright.promise.domain.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A promise, and where its time went. */
record ExplanationView(PromiseView promise, List<SegmentView> segments) {

    /**
     * A part of its time.
     *
     * @param state working, outside_hours, day_off or paused
     * @param dayOff which holiday or closed day it was
     * @param by who held the time; beside working: who held it until that was taken back
     * @param why likewise
     */
    record SegmentView(
            Instant from,
            Instant to,
            Duration length,
            String state,
            @Nullable String dayOff,
            @Nullable String by,
            @Nullable String why,
            String plan,
            String severity,
            String calendar,
            Duration target) {

        static SegmentView of(Segment segment) {
            var hold = segment.hold();
            var terms = segment.terms();
            return new SegmentView(
                    segment.from(),
                    segment.to(),
                    segment.length(),
                    PromiseView.lower(segment.state()),
                    segment.dayOff(),
                    hold == null ? null : hold.by(),
                    hold == null ? null : hold.why(),
                    terms.plan(),
                    terms.severity().toLowerCase(Locale.ROOT),
                    terms.calendar(),
                    terms.target());
        }
    }

    static ExplanationView of(Told told) {
        return new ExplanationView(
                PromiseView.of(told),
                told.clock().explain(told.at()).stream().map(SegmentView::of).toList());
    }
}
