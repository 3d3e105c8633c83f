package io.casewright.platform.engine;

/** The engine did not take what a person did; the message is the reason, for that person. */
public class TaskRefused extends RuntimeException {

    public TaskRefused(String reason) {
        super(reason);
    }
}
