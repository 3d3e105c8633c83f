package io.casewright.charge.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How long somebody had a task from the claim to its completion, nothing of which is booked yet.
 *
 * @param processId of the task's process, with {@code elementId} the step
 */
public record ProposedTime(long taskId, String processId, String elementId, Instant from, Instant to) {

    /** Who had a task for longer did something else meanwhile, and knows better. */
    private static final Duration BELIEVED = Duration.ofHours(4);

    /** In minutes, each that was begun; empty when it is too long to be work alone. */
    public OptionalInt minutes() {
        var held = Duration.between(from, to);
        if (held.isNegative() || held.compareTo(BELIEVED) > 0) {
            return OptionalInt.empty();
        }
        long begun = held.plusMinutes(1).minusNanos(1).toMinutes();
        return OptionalInt.of((int) Math.max(1, begun));
    }
}
