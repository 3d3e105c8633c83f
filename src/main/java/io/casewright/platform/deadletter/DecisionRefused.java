package io.casewright.platform.deadletter;

/** A decision that cannot be carried out; nothing was changed. The message says what to do. */
public final class DecisionRefused extends RuntimeException {

    public DecisionRefused(String message) {
        super(message);
    }
}
