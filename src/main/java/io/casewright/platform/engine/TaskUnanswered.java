package io.casewright.platform.engine;

/** The engine did not say in time what became of the task; it may still do what it was asked. */
public class TaskUnanswered extends RuntimeException {

    TaskUnanswered(Throwable cause) {
        super(
                "The engine has not answered yet. What you sent may still be taken; look at the task again in a moment.",
                cause);
    }
}
