package io.casewright.handoff.client;

/** A mail that is no letter that could be read, however often it is tried. */
final class Unreadable extends Exception {

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Exception cause) {
        super(reason, cause);
    }
}
