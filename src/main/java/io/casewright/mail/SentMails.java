package io.casewright.mail;

/** Whoever sends mails hears what became of them. */
public interface SentMails {

    /**
     * A mail server tells what became of mails.
     *
     * @return whether one of them is of its own; the same report again changes nothing
     */
    boolean reported(DeliveryReport report);
}
