package io.casewright.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in copy of a case.
 *
 * @param contactId null of somebody who is not known
 * @param changedBy login of who last decided about it; null when it came by a mail
 */
public record Participant(
        long id,
        String caseNumber,
        @Nullable Long contactId,
        String address,
        String name,
        State state,
        Instant since,
        @Nullable String changedBy) {

    /** What a participant gets. */
    public enum State {
        /** Every letter of the case. */
        ACTIVE,
        /** No letters; what it writes is heard. */
        MUTED,
        /** Nothing, and it is not heard. */
        REMOVED,
        /** Nothing: nobody knows who that is. Agents see it. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return "Participant[%d, %s]".formatted(id, state);
    }
}
