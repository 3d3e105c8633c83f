package io.casewright.promise.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the time of a promise was used up, replayed from its segments and terms. */
final class Usage {

    private final List<Terms> terms;
    private final List<Segment> segments;

    Usage(List<Terms> terms, List<Segment> segments) {
        this.terms = terms;
        this.segments = segments;
    }

    /**
     * The first instant at which so much of the target that held then was used up. A shorter target may have been used up by what was consumed
     * before: then it is the instant at which it began to hold.
     */
    Optional<Instant> reached(int percent) {
        var consumed = Duration.ZERO;
        int next = 0;
        for (int i = 0; i < terms.size(); i++) {
            var part = terms.get(i).part(percent);
            if (consumed.compareTo(part) >= 0) {
                return Optional.of(terms.get(i).since());
            }
            for (; next < segments.size() && isWithin(i, segments.get(next)); next++) {
                var segment = segments.get(next);
                if (!segment.counts()) {
                    continue;
                }
                var left = part.minus(consumed);
                if (segment.length().compareTo(left) >= 0) {
                    return Optional.of(segment.from().plus(left));
                }
                consumed = consumed.plus(segment.length());
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(int i, Segment segment) {
        return i == terms.size() - 1 || segment.from().isBefore(terms.get(i + 1).since());
    }
}
