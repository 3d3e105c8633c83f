package io.casewright.minutes.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one side had to act for one reason.
 *
 * @param owner null when it was our turn, whoever we are for the customer
 * @param to not in it any more
 */
record Turn(
        Instant from,
        Instant to,
        @Nullable Owner owner,
        Reason reason,
        @Nullable String subject) {

    Turn takenBack() {
        return new Turn(from, to, null, Reason.KNOWN_ISSUE_TAKEN_BACK, subject);
    }

    boolean waitedWith(@Nullable String issue) {
        return reason == Reason.KNOWN_ISSUE && issue != null && issue.equalsIgnoreCase(subject);
    }
}
