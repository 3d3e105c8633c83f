package io.casewright.handoff.application;

import java.time.Duration;
import java.util.OptionalInt;

/** What is remembered of mails, whatever becomes of the application while it reads them. */
public interface MailMemory {

    /** Why a mail was set aside for a person. */
    enum Reason {
        /** Nobody vouches for its sender. */
        UNPROVEN(
                "Nobody vouches for the sender. Expect a forgery. If even mails of the desk are here, compare CASEWRIGHT_HANDOFF_MAILBOX_AUTHSERV_ID with the beginning of their Authentication-Results, else have the sender sign its mails (DKIM, DMARC)."),
        /** Of somebody else than the desk and our own people, without a reference, or about a ticket that is not open. */
        UNPLACED(
                "It is from a stranger, without our reference, or about a ticket that is not open. A sender that is to be read belongs into CASEWRIGHT_HANDOFF_MAILBOX_SENDERS."),
        /** No letter that could be read. */
        UNREADABLE("It is too large or in no known form. Read it in the mailbox."),
        /** It could not be taken, however often it was tried. */
        FAILED(
                "It was tried three times in vain, or is too large or in no known form. See the log of the application.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** Why, and what to do, for a person. */
        public String words() {
            return words;
        }
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
