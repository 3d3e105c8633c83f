package io.casewright.operations.application;

/** A decision that cannot be carried out; nothing was changed. The message says what to do. */
public final class DecisionRefused extends RuntimeException {

    DecisionRefused(String message) {
        super(message);
    }
}
