package io.casewright.handoff.client;

import io.casewright.handoff.application.MailMemory;
import io.casewright.handoff.application.MailMemory.Reason;
import io.casewright.handoff.application.MailedNotes;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.mail.DeliveryReport;
import io.casewright.mail.MailHead;
import io.casewright.mail.Mailbox;
import io.casewright.mail.SenderProof;
import io.casewright.mail.Unreadable;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a mail. First who it is from: of a mail whose sender is not proven nothing but its head is looked at.
 * Then whether it is for us; only then its text is fetched. That it is tried is written down before all that, so that one that
 * ends the application is not read for ever.
 */
@Component
class MailSorter {

    static final int MOST_TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(MailSorter.class);

    private final SenderProof proof;
    private final MailboxSettings settings;
    private final DeskMailSettings desk;
    private final DeskMailIds ids;
    private final MailMemory memory;
    private final Clock clock;

    MailSorter(MailboxSettings settings, DeskMailSettings desk, DeskMailIds ids, MailMemory memory, Clock clock) {
        this.proof = settings.senderProof();
        this.settings = settings;
        this.desk = desk;
        this.ids = ids;
        this.memory = memory;
        this.clock = clock;
    }

    /** What becomes of a mail. */
    enum Outcome {
        NOTED(null),
        KNOWN(null),
        IGNORED(null),
        UNPROVEN(Reason.UNPROVEN),
        UNPLACED(Reason.UNPLACED),
        UNREADABLE(Reason.UNREADABLE),
        GIVEN_UP(Reason.FAILED),
        /** It stays where it is and is tried again. */
        FAILED(null),
        /** It stays where it is: another instance has it, or had it a moment ago. */
        LEFT(null);

        private final @Nullable Reason reason;

        Outcome(@Nullable Reason reason) {
            this.reason = reason;
        }

        /** Why it is set aside, if it is. */
        Optional<Reason> reason() {
            return Optional.ofNullable(reason);
        }

        boolean stays() {
            return this == FAILED || this == LEFT;
        }
    }

    /** Why a mail is aside, by its head: what is clear from the head, else that it could not be taken. */
    Reason whyAside(MimeMessage head) throws MessagingException {
        var sender = proof.provenSender(head);
        if (sender.isEmpty()) {
            return Reason.UNPROVEN;
        }
        var letter = new DeskLetter(sender.get(), head, head);
        return isTrusted(letter.sender()) && letter.reference(ids).isPresent() ? Reason.FAILED : Reason.UNPLACED;
    }

    /** @throws MessagingException when the mailbox cannot be read */
    Outcome sort(Mailbox mailbox, Message mail, MailedNotes taker) throws MessagingException {
        var begun = memory.begin(mailbox.nameOf(mail), settings.every().dividedBy(2));
        if (begun.isEmpty()) {
            return Outcome.LEFT;
        }
        int tries = begun.getAsInt();
        if (tries > MOST_TRIES) {
            // It ended the application, or the connection, when it was read the last time.
            return Outcome.GIVEN_UP;
        }
        try {
            return sort(mailbox.head(mail), mail, taker);
        } catch (Unreadable e) {
            return Outcome.UNREADABLE;
        } catch (MessagingException | IOException e) {
            if (!mailbox.isOpen()) {
                throw new MessagingException("The connection was lost", e);
            }
            return Outcome.UNREADABLE;
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e, tries);
        }
    }

    private Outcome sort(MimeMessage head, Message mail, MailedNotes taker)
            throws MessagingException, IOException, Unreadable {
        if (isReturned(MailHead.of(head), mail, taker)) {
            return Outcome.NOTED;
        }
        var sender = proof.provenSender(head);
        if (sender.isEmpty()) {
            return Outcome.UNPROVEN;
        }
        var letter = new DeskLetter(sender.get(), head, mail);
        if (letter.isOurs(ids) || letter.isAutomatic(ids)) {
            return Outcome.IGNORED;
        }
        var reference = letter.reference(ids);
        if (!isTrusted(letter.sender()) || reference.isEmpty()) {
            return Outcome.UNPLACED;
        }
        return switch (taker.take(noteIn(letter, reference.get()))) {
            case NOTED -> Outcome.NOTED;
            case KNOWN -> Outcome.KNOWN;
            case NO_TICKET -> Outcome.UNPLACED;
        };
    }

    /** Nobody vouches for a mail server, but only who got our mail knows its id. */
    private boolean isReturned(MailHead head, Message mail, MailedNotes taker) throws MessagingException, IOException {
        if (head.writer() != MailHead.Writer.MAIL_SERVER) {
            return false;
        }
        var report = DeliveryReport.of((MimeMessage) mail, head);
        return report.isPresent() && ReturnedDeskMails.reported(report.get(), ids, taker, clock);
    }

    private Outcome failed(Throwable trouble, int tries) {
        boolean last = tries >= MOST_TRIES;
        LOG.warn(
                "A mail about a vendor ticket could not be taken ({}), try {} of {}; it is {}",
                trouble.getClass().getSimpleName(),
                tries,
                MOST_TRIES,
                last ? "set aside" : "tried again in " + settings.every());
        return last ? Outcome.GIVEN_UP : Outcome.FAILED;
    }

    private MailedNote noteIn(DeskLetter letter, String reference) throws MessagingException, IOException, Unreadable {
        return new MailedNote(
                reference,
                letter.messageId(),
                letter.sender(),
                letter.writtenAt(clock.instant()),
                letter.isForwarded() && !isOfTheDesk(letter.sender()),
                letter.text());
    }

    private boolean isTrusted(String address) {
        return settings.trusts(address) || isOfTheDesk(address);
    }

    private boolean isOfTheDesk(String address) {
        return MailboxSettings.isOf(address, desk.desksDomain());
    }
}
