package io.casewright.promise.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to a clock, as it is kept.
 *
 * @param terms that held one after the other; the last ones hold now
 * @param segments what happened to its time up to the last event, without a gap; what came after is counted by the last terms
 * @param hold why it stands still since the last segment; null when it does not
 * @param passings of thresholds
 * @param generation how often it was changed, so that a wake-up for what it was before finds out
 * @param endedAt when what was promised came, or was awaited no more; null while it is awaited
 * @param dropped whether it ended because nobody awaited it any more
 */
public record ClockState(
        PromiseKind kind,
        Thresholds thresholds,
        List<Terms> terms,
        List<Segment> segments,
        @Nullable Hold hold,
        List<Passing> passings,
        long generation,
        @Nullable Instant endedAt,
        boolean dropped) {

    public ClockState {
        terms = List.copyOf(terms);
        segments = List.copyOf(segments);
        passings = List.copyOf(passings);
    }
}
