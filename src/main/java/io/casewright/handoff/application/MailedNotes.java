package io.casewright.handoff.application;

import java.time.Instant;

/** Takes what a desk wrote by mail, or what an agent forwarded from there. */
public interface MailedNotes {

    /** What became of it. */
    enum Taken {
        NOTED,
        /** It came before; nothing happened. */
        KNOWN,
        /** There is no such ticket, or it has ended. */
        NO_TICKET
    }

    /** The same message id again does nothing. */
    Taken take(MailedNote note);

    /**
     * A mail about a ticket.
     *
     * @param reference our name for the ticket, found in the mail
     * @param messageId the mail's own
     * @param from address of the sender, who is known to speak for the desk or for us
     * @param forwarded whether one of us passed it on, so that it may hold words of ours
     * @param text plain text, without the quoted history
     */
    record MailedNote(
            String reference, String messageId, String from, Instant writtenAt, boolean forwarded, String text) {}
}
