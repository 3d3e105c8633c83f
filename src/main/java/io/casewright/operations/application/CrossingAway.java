package io.casewright.operations.application;

/** What is stuck there can neither be told nor decided on now. */
public final class CrossingAway extends RuntimeException {

    CrossingAway(String message, Throwable cause) {
        super(message, cause);
    }
}
