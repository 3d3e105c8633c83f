package io.casewright.promise.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the time of a promise, from its start to the last event, without a gap. */
final class Ledger {

    private final Instant start;
    private final List<Segment> segments = new ArrayList<>();

    Ledger(Instant start, List<Segment> segments) {
        this.start = start;
        this.segments.addAll(segments);
    }

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    Instant reached() {
        return segments.isEmpty() ? start : segments.getLast().to();
    }

    Duration consumed() {
        return segments.stream().filter(Segment::counts).map(Segment::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Goes on to an instant, unless it is there already, and says where it is. */
    Instant reach(Instant at, @Nullable Hold hold, Terms terms) {
        var reached = reached();
        if (!at.isAfter(reached)) {
            return reached;
        }
        if (hold == null) {
            count(reached, at, null, terms);
        } else {
            add(Segment.paused(reached, at, hold, terms));
        }
        return at;
    }

    /** Counts what was paused under this key, each part by the terms that held then. */
    void takeBack(String key) {
        var before = segments();
        segments.clear();
        for (var segment : before) {
            if (segment.isPausedBy(key)) {
                count(segment.from(), segment.to(), segment.hold(), segment.terms());
            } else {
                add(segment);
            }
        }
    }

    private void count(Instant from, Instant to, @Nullable Hold takenBack, Terms terms) {
        terms.hours().stretches(from, to).forEach(stretch -> add(Segment.of(stretch, takenBack, terms)));
    }

    private void add(Segment segment) {
        if (!segments.isEmpty() && segments.getLast().goesOnAs(segment)) {
            segments.set(segments.size() - 1, segments.getLast().until(segment.to()));
        } else {
            segments.add(segment);
        }
    }
}
