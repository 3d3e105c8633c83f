package io.casewright.platform.engine;

/** The engine's search lags behind what a step needs to know; the step is tried again a little later. */
public class NotSeenYet extends RuntimeException {

    public NotSeenYet() {
        super("The engine's search does not show yet who did the task before this step", null, false, false);
    }
}
