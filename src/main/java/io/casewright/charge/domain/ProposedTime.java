package io.casewright.charge.domain;

import io.casewright.calendar.domain.ServiceCalendar;
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

    /** Of these minutes, those outside some service hours: the share that is outside of the time from the claim to the completion. */
    public int afterHours(ServiceCalendar hours, int minutes) {
        long held = Math.max(1, Duration.between(from, to).toSeconds());
        long open = Math.max(0, hours.between(from, to).toSeconds());
        return (int) Math.min(minutes, Math.round(minutes * (double) (held - open) / held));
    }

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
