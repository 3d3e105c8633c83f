package io.casewright.handoff.application;

import java.time.Duration;
import java.util.OptionalInt;

/** What is remembered of mails, whatever becomes of the application while it reads them. */
public interface MailMemory {

    /** Why a mail was set aside for a person. */
    enum Reason {
        /** Nobody vouches for its sender. */
        UNPROVEN,
        /** Of somebody else than the desk and our own people, without a reference, or about a ticket that is not open. */
        UNPLACED,
        /** No letter that could be read. */
        UNREADABLE,
        /** It could not be taken, however often it was tried. */
        FAILED
    }

    /**
     * Before a mail is read.
     *
     * @param mail its name
     * @param pause so long after one try no other begins: it may still be under way elsewhere
     * @return which try begins now; empty when it is to be left alone
     */
    OptionalInt begin(String mail, Duration pause);

    /** After the mail was moved away. */
    void end(String mail);

    /** A mail was set aside. */
    void setAside(Reason reason);

    /** Somebody saw to all mails that were set aside. */
    void allSeenTo();
}
