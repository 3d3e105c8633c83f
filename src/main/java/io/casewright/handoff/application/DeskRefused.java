package io.casewright.handoff.application;

/** The desk understood and says no; the message names tenant, call and remedy, for an agent or an operator. */
public final class DeskRefused extends RuntimeException {

    public DeskRefused(String reason) {
        super(reason);
    }

    public DeskRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The sentences. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
