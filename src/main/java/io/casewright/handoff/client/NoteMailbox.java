package io.casewright.handoff.client;

import io.casewright.handoff.application.MailedNotes;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.handoff.application.MailedNotes.Taken;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads what desks write back and what agents forward. A mail is moved only after it was taken, so it may be read twice and is
 * never lost; what cannot be taken goes into quarantine.
 */
@Component
@ConditionalOnExpression("!'${casewright.handoff.mailbox.host:}'.isBlank()")
class NoteMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(NoteMailbox.class);
    private static final int AT_ONCE = 100;

    private final MailboxSettings settings;
    private final DeskMailSettings desk;
    private final DeskMailIds ids;
    private final ObjectProvider<MailedNotes> notes;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicInteger inQuarantine = new AtomicInteger();
    private boolean away;

    NoteMailbox(
            MailboxSettings settings,
            DeskMailSettings desk,
            DeskMailIds ids,
            ObjectProvider<MailedNotes> notes,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.ids = ids;
        this.notes = notes;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("casewright.handoff.quarantine", inQuarantine, AtomicInteger::get)
                .description("Mails about vendor tickets that wait for a person in the folder Quarantine")
                .register(meters);
    }

    /** What became of a mail. */
    enum Outcome {
        NOTED(Mailbox.DONE),
        KNOWN(Mailbox.DONE),
        IGNORED(Mailbox.DONE),
        QUARANTINED(Mailbox.QUARANTINE);

        private final String folder;

        Outcome(String folder) {
            this.folder = folder;
        }
    }

    @Scheduled(fixedDelayString = "${casewright.handoff.mailbox.every:PT1M}")
    void read() {
        var taker = notes.getIfAvailable();
        if (taker == null) {
            return;
        }
        try (var mailbox = Mailbox.open(settings)) {
            for (Message mail : mailbox.mails(AT_ONCE)) {
                take(mailbox, mail, taker);
            }
            inQuarantine.set(mailbox.count(Mailbox.QUARANTINE));
            away = false;
        } catch (MessagingException e) {
            if (!away) {
                LOG.warn(
                        "The mailbox of vendor tickets at {} cannot be read ({}); it is tried again every {}. Check CASEWRIGHT_HANDOFF_MAILBOX_HOST, _USER and _PASSWORD.",
                        settings.host(),
                        e.getClass().getSimpleName(),
                        settings.every());
            }
            away = true;
        }
    }

    /** A mail that cannot be taken now stays where it is and holds up no other. */
    private void take(Mailbox mailbox, Message mail, MailedNotes taker) throws MessagingException {
        var read = read(mailbox, mail);
        Outcome outcome;
        try {
            outcome = read.note() == null ? read.outcome() : outcomeOf(taker.take(read.note()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "A mail about {} could not be taken ({}); it is tried again every {}",
                    read.note() == null ? "" : read.note().reference(),
                    e.getClass().getSimpleName(),
                    settings.every());
            count("failed");
            return;
        }
        mailbox.move(mail, outcome.folder);
        count(outcome.name().toLowerCase(Locale.ROOT));
    }

    /** A note to be taken, or what becomes of a mail that holds none. */
    private record Read(@Nullable MailedNote note, Outcome outcome) {}

    /** Its head first; of the rest only the text is fetched, and only of a mail that is taken. */
    private Read read(Mailbox mailbox, Message mail) throws MessagingException {
        try {
            return read(new DeskLetter((MimeMessage) mail));
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!mailbox.isOpen()) {
                throw new MessagingException("The connection was lost");
            }
            return new Read(null, Outcome.QUARANTINED);
        }
    }

    private Read read(DeskLetter letter) throws MessagingException, IOException {
        if (letter.isOurs(ids) || letter.isAutomatic()) {
            return new Read(null, Outcome.IGNORED);
        }
        var sender = letter.sender().filter(this::isTrusted);
        var reference = letter.reference(ids);
        if (sender.isEmpty() || reference.isEmpty() || letter.isForged()) {
            return new Read(null, Outcome.QUARANTINED);
        }
        return new Read(
                new MailedNote(
                        reference.get(),
                        letter.messageId(),
                        sender.get(),
                        letter.writtenAt(clock.instant()),
                        letter.isForwarded() && !isOfTheDesk(sender.get()),
                        letter.text()),
                Outcome.NOTED);
    }

    private static Outcome outcomeOf(Taken taken) {
        return switch (taken) {
            case NOTED -> Outcome.NOTED;
            case KNOWN -> Outcome.KNOWN;
            case NO_TICKET -> Outcome.QUARANTINED;
        };
    }

    private boolean isTrusted(String address) {
        return settings.trusts(address) || isOfTheDesk(address);
    }

    private boolean isOfTheDesk(String address) {
        return MailboxSettings.isOf(address, desk.desksDomain());
    }

    private void count(String outcome) {
        meters.counter("casewright.handoff.mails", "outcome", outcome).increment();
    }
}
