package io.casewright.platform.deadletter;

/** What is stuck there can neither be told nor decided on now. */
public final class CrossingAway extends RuntimeException {

    public CrossingAway(String message, Throwable cause) {
        super(message, cause);
    }
}
