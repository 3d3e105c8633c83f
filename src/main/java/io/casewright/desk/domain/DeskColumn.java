package io.casewright.desk.domain;

/** What a list can be sorted by. */
public enum DeskColumn {
    /** What is late first, then what is due next; a critical case counts as nearer than it is. */
    PROMISE,
    NUMBER,
    CUSTOMER,
    SUBJECT,
    STEP,
    SEVERITY,
    QUEUE,
    ASSIGNEE,
    WORD
}
