package io.casewright.casefile.domain;

/** Business impact in Microsoft's own words for A, B and C, so that nothing is translated at a hand-off. */
public enum Severity {
    CRITICAL(90),
    MODERATE(50),
    MINIMAL(20);

    private final int taskPriority;

    Severity(int taskPriority) {
        this.taskPriority = taskPriority;
    }

    /** Priority of the case's tasks in Tasklist, 0 to 100. */
    public int taskPriority() {
        return taskPriority;
    }
}
