package io.casewright.minutes.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that may have changed whose turn it is.
 *
 * @param subject the known issue, or our reference of the ticket
 * @param vendor where the ticket is
 */
public record Fact(
        Instant at,
        What what,
        @Nullable String subject,
        @Nullable Owner vendor) {

    /** What happened. */
    public enum What {
        /** We work on it. */
        OURS,
        QUESTION_ASKED,
        CONSENT_ASKED,
        CONFIRMATION_ASKED,
        ISSUE_AWAITED,
        /** The issue that it waited with was not behind it. */
        ISSUE_TAKEN_BACK,
        HANDED_OFF,
        ENDED,
        CUSTOMER_WROTE,
        /** We read or answered what the customer wrote. */
        CUSTOMER_HEARD,
        TICKET_TO_FILE,
        TICKET_THEIRS,
        TICKET_OURS,
        TICKET_ENDED
    }
}
