package io.casewright.platform.engine;

/** What was sent for a task does not do; the task stays open. The message is the reason, in words for the person. */
public class TaskRefused extends RuntimeException {

    public TaskRefused(String reason) {
        super(reason, null, false, false);
    }
}
