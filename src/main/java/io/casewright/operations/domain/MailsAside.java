package io.casewright.operations.domain;

import java.time.Instant;

/**
 * Mails about vendor tickets that were set aside for the same reason.
 *
 * @param latest when the last of them was
 */
public record MailsAside(String reason, long mails, Instant latest) {

    /** Why, in a few words. */
    public String why() {
        return switch (reason) {
            case "UNPROVEN" -> "Nobody vouches for the sender";
            case "UNPLACED" -> "From a stranger, without our reference, or about a ticket that is not open";
            case "UNREADABLE" -> "Too large or in no known form";
            default -> "Tried three times in vain";
        };
    }

    /** Why, and what to do. */
    public String remark() {
        return why() + ". " + remedy();
    }

    /** What to do, in a sentence. */
    public String remedy() {
        return switch (reason) {
            case "UNPROVEN" ->
                "Expect forgeries among them. If even mails of the desk are here, compare CASEWRIGHT_HANDOFF_MAILBOX_AUTHSERV_ID with the beginning of their Authentication-Results, else have the sender sign its mails (DKIM, DMARC).";
            case "UNPLACED" ->
                "Enter what matters at the ticket by hand; a sender that is to be read belongs into CASEWRIGHT_HANDOFF_MAILBOX_SENDERS.";
            case "UNREADABLE" -> "Read them in the mailbox and enter what matters at the ticket by hand.";
            default ->
                "See the log of the application, mend the cause, then move them back into the folder that is read.";
        };
    }
}
