package io.casewright.desk.domain;

/** The lists of the Desk. */
public enum DeskList {
    /** Tasks that the person has taken. */
    MINE,
    /** Tasks of the person's queues that nobody has taken. */
    QUEUES,
    /** Tasks whose customers were promised more than they have got. */
    OVERDUE,
    /** Open cases the person worked on last, which wait for a customer, an incident or a vendor and have no task. */
    WAITING,
    /** All open tasks; with words to search for, all cases. */
    ALL
}
