package io.casewright.platform.outbox;

/** Whoever is to get an entry of the outbox will not take it, however often it is tried. */
public class Undeliverable extends RuntimeException {

    /** @param reason for a person: what happened; nothing of what the entry holds */
    public Undeliverable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
