package io.casewright.simulator;

import java.time.Duration;

/**
 * In what ways a simulated desk is odd.
 *
 * @param duplicateNotes every note is there twice
 * @param shuffledNotes notes come in another order each time
 * @param flappingStatus an open ticket needs attention at every other look
 * @param forgetsRequestIds a repeated call acts again
 * @param listDelay how long a new ticket is missing in lists
 * @param callsPerMinute of one caller; more are answered with 429; 0 for any number
 */
public record TicketOddities(
        boolean duplicateNotes,
        boolean shuffledNotes,
        boolean flappingStatus,
        boolean forgetsRequestIds,
        Duration listDelay,
        int callsPerMinute) {

    public static TicketOddities none() {
        return new TicketOddities(false, false, false, false, Duration.ZERO, 0);
    }

    public TicketOddities withDuplicateNotes() {
        return new TicketOddities(true, shuffledNotes, flappingStatus, forgetsRequestIds, listDelay, callsPerMinute);
    }

    public TicketOddities withShuffledNotes() {
        return new TicketOddities(duplicateNotes, true, flappingStatus, forgetsRequestIds, listDelay, callsPerMinute);
    }

    public TicketOddities withFlappingStatus() {
        return new TicketOddities(duplicateNotes, shuffledNotes, true, forgetsRequestIds, listDelay, callsPerMinute);
    }

    public TicketOddities thatForgetsRequestIds() {
        return new TicketOddities(duplicateNotes, shuffledNotes, flappingStatus, true, listDelay, callsPerMinute);
    }

    public TicketOddities withListDelay(Duration delay) {
        return new TicketOddities(
                duplicateNotes, shuffledNotes, flappingStatus, forgetsRequestIds, delay, callsPerMinute);
    }

    public TicketOddities withCallsPerMinute(int calls) {
        return new TicketOddities(duplicateNotes, shuffledNotes, flappingStatus, forgetsRequestIds, listDelay, calls);
    }
}
