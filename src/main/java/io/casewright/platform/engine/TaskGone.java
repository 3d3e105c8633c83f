package io.casewright.platform.engine;

/** The task ended, or was never there. */
public class TaskGone extends RuntimeException {

    public TaskGone(String message) {
        super(message);
    }
}
