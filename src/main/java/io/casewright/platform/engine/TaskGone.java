package io.casewright.platform.engine;

/** The task has ended, or somebody else changes it at this moment. The message says so to the person. */
public class TaskGone extends RuntimeException {

    private final boolean unknown;

    TaskGone(String words, boolean unknown, Throwable cause) {
        super(words, cause);
        this.unknown = unknown;
    }

    /** Whether the engine has no such task: it has ended, or is still being made. */
    public boolean isUnknown() {
        return unknown;
    }
}
