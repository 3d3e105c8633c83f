package io.casewright.handoff.application;

import io.casewright.handoff.domain.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Until when a desk is not to be called about a customer. What the desk asked for holds for everybody; the pauses that we
 * make ourselves, longer with each failure, hold for polls only, since a person waits for everything else.
 */
@Component
class DeskPauses {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 8;

    private final Map<Line, Pause> pauses = new ConcurrentHashMap<>();
    private final Clock clock;

    DeskPauses(Clock clock) {
        this.clock = clock;
    }

    private record Line(Channel channel, String tenantId) {}

    private record Pause(int failures, Instant askedUntil, Instant pollsUntil) {}

    /** @throws DeskUnavailable while the desk asked not to be called */
    void requireNone(Channel channel, String tenantId) {
        var pause = pauses.get(new Line(channel, tenantId));
        if (pause != null && pause.askedUntil.isAfter(clock.instant())) {
            var left = Duration.between(clock.instant(), pause.askedUntil);
            String reason =
                    "%s asked for a pause of another %d s for the customer's tenant %s. It is tried again by itself."
                            .formatted(TicketStanding.name(channel), left.toSeconds() + 1, tenantId);
            throw new DeskUnavailable(reason, left, new IllegalStateException(reason));
        }
    }

    /** Whether a poll has to leave this customer out now. */
    boolean holdsPolls(Channel channel, String tenantId) {
        var pause = pauses.get(new Line(channel, tenantId));
        return pause != null && pause.pollsUntil.isAfter(clock.instant());
    }

    void answered(Channel channel, String tenantId) {
        pauses.remove(new Line(channel, tenantId));
    }

    void refused(Channel channel, String tenantId) {
        unavailable(channel, tenantId, Optional.empty());
    }

    void unavailable(Channel channel, String tenantId, Optional<Duration> retryAfter) {
        var now = clock.instant();
        pauses.compute(new Line(channel, tenantId), (line, before) -> {
            int failures = before == null ? 1 : before.failures + 1;
            var ours = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
            var pollsUntil = now.plus(ours.compareTo(LONGEST) < 0 ? ours : LONGEST);
            var asked = later(
                    retryAfter.map(now::plus).orElse(Instant.EPOCH),
                    before == null ? Instant.EPOCH : before.askedUntil);
            return new Pause(failures, asked, later(asked, pollsUntil));
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
