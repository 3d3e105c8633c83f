package io.casewright.platform.engine;

/** The task has ended, or somebody else changes it at this moment. The message says so to the person. */
public class TaskGone extends RuntimeException {

    private final boolean unknown;
    private final boolean replanned;

    TaskGone(String words, boolean unknown, boolean replanned, Throwable cause) {
        super(words, cause);
        this.unknown = unknown;
        this.replanned = replanned;
    }

    /** Whether it is only being given another due date or queue at this moment. */
    boolean isReplanned() {
        return replanned;
    }

    /** Whether the engine has no such task: it has ended, or is still being made. */
    public boolean isUnknown() {
        return unknown;
    }
}
