package io.casewright.casefile.domain;

/** Whose turn it is at a ticket that a case was handed off with. */
public enum TicketTurn {
    /** We have to open it there. */
    TO_FILE,
    THEIRS,
    /** They wait for us. */
    OURS,
    ENDED
}
