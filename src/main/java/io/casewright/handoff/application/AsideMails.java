package io.casewright.handoff.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails about vendor tickets that were set aside, as they lie in their mailbox. */
public interface AsideMails {

    /**
     * A mail that was set aside, by what its head says.
     *
     * @param name what no other mail there is called
     * @param why what would set it aside now
     * @param sender as the mail says it; empty when it says none that can be read
     * @param reference our name for a ticket, if it names one
     */
    record AsideMail(
            String name,
            MailMemory.Reason why,
            String sender,
            String subject,
            Instant writtenAt,
            @Nullable String reference) {}

    /** Its words, for a person who takes them on trust. */
    record Words(String messageId, String sender, String subject, Instant writtenAt, String text) {}

    /** The mailbox does not answer, or cannot be read. */
    final class MailboxAway extends RuntimeException {

        public MailboxAway(Throwable cause) {
            super("The mailbox of vendor tickets does not answer", cause);
        }
    }

    /**
     * The oldest mails, so many at most.
     *
     * @throws MailboxAway when they cannot be told
     */
    List<AsideMail> list(int most);

    /**
     * What the mail says; empty when it is not here any more, or cannot be read.
     *
     * @throws MailboxAway when it cannot be told
     */
    Optional<Words> words(String name);

    /**
     * Moves it back to where it is read, to be judged anew.
     *
     * @return false when it is not here any more
     * @throws MailboxAway when it cannot be moved
     */
    boolean readAgain(String name);

    /**
     * Moves it to those that are done with.
     *
     * @return false when it is not here any more
     * @throws MailboxAway when it cannot be moved
     */
    boolean done(String name);
}
