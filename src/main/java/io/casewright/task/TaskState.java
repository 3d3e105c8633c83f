package io.casewright.task;

/** What became of a task. */
public enum TaskState {
    OPEN,
    COMPLETED,
    /** Not wanted any more: the process went on without it, or ended. */
    CANCELED
}
