package io.casewright.handoff.domain;

/** How a ticket stands at its desk. */
public enum StatusThere {
    OPEN,
    /** They wait for us. */
    ATTENTION_NEEDED,
    CLOSED,
    /** Nothing we know; it counts as open. */
    UNKNOWN
}
