package io.casewright.minutes.domain;

/** Why somebody had to act. */
public enum Reason {
    WORK,
    QUESTION,
    CONSENT,
    CONFIRMATION,
    /** The customer wrote, and nobody of ours has read or answered it yet. */
    CUSTOMER_WROTE,
    KNOWN_ISSUE,
    /** It waited with an issue that was not behind it. */
    KNOWN_ISSUE_TAKEN_BACK,
    TICKET_TO_FILE,
    TICKET,
    TICKET_WAITS_FOR_US
}
