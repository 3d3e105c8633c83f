package io.casewright.platform.engine;

/** The task has ended, or somebody else changes it at this moment. The message says so to the person. */
public class TaskGone extends RuntimeException {

    TaskGone(String words, Throwable cause) {
        super(words, cause);
    }
}
