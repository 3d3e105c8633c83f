package io.casewright.mail;

/** A mail that is no letter that could be read, however often it is tried. */
public final class Unreadable extends Exception {

    public Unreadable(String reason) {
        super(reason);
    }

    public Unreadable(String reason, Exception cause) {
        super(reason, cause);
    }
}
