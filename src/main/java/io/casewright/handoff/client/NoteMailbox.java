package io.casewright.handoff.client;

import io.casewright.handoff.application.MailMemory;
import io.casewright.handoff.application.MailedNotes;
import io.casewright.handoff.client.MailSorter.Outcome;
import io.casewright.mail.Mailbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads what desks write back and what agents forward. A mail is moved only after it was taken, so it may be read twice and is
 * never lost; what cannot be taken goes into quarantine and is told.
 */
@Component
@ConditionalOnExpression("!'${casewright.handoff.mailbox.host:}'.isBlank()")
class NoteMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(NoteMailbox.class);
    private static final int AT_ONCE = 200;

    private final MailboxSettings settings;
    private final MailSorter sorter;
    private final MailMemory memory;
    private final ObjectProvider<MailedNotes> notes;
    private final MeterRegistry meters;
    private final AtomicInteger inQuarantine = new AtomicInteger();
    private boolean away;

    NoteMailbox(
            MailboxSettings settings,
            MailSorter sorter,
            MailMemory memory,
            ObjectProvider<MailedNotes> notes,
            MeterRegistry meters) {
        this.settings = settings;
        this.sorter = sorter;
        this.memory = memory;
        this.notes = notes;
        this.meters = meters;
        Gauge.builder("casewright.handoff.quarantine", inQuarantine, AtomicInteger::get)
                .description("Mails about vendor tickets that wait for a person in the folder Quarantine")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${casewright.handoff.mailbox.every:PT1M}")
    void read() {
        var taker = notes.getIfAvailable();
        if (taker == null) {
            return;
        }
        try (var mailbox = Mailbox.open(settings.login(), settings.folder())) {
            read(mailbox, taker);
            away = false;
        } catch (MessagingException e) {
            tellOnce(
                    "The mailbox of vendor tickets at {} cannot be read ({}); it is tried again every {}. Check CASEWRIGHT_HANDOFF_MAILBOX_HOST, _USER and _PASSWORD.",
                    e);
        } catch (DataAccessException | TransactionException e) {
            // No fault of the mail that was on.
            tellOnce(
                    "The mailbox of vendor tickets at {} is not read while the database does not answer ({}); it is tried again every {}.",
                    e);
        }
    }

    private void tellOnce(String sentence, Exception trouble) {
        if (!away) {
            LOG.warn(sentence, settings.host(), trouble.getClass().getSimpleName(), settings.every());
        }
        away = true;
    }

    private void read(Mailbox mailbox, MailedNotes taker) throws MessagingException {
        var aside = new EnumMap<MailMemory.Reason, Integer>(MailMemory.Reason.class);
        int stuck = 0;
        try {
            for (Message mail : mailbox.mails(AT_ONCE)) {
                var outcome = sorter.sort(mailbox, mail, taker);
                if (outcome.stays() || isMoved(mailbox, mail, outcome)) {
                    count(outcome);
                    outcome.reason().ifPresent(reason -> aside.merge(reason, 1, Integer::sum));
                } else {
                    count(Outcome.FAILED);
                    stuck++;
                }
            }
        } finally {
            tell(aside, stuck);
        }
        inQuarantine.set(mailbox.count(Mailbox.QUARANTINE));
        if (inQuarantine.get() == 0) {
            memory.allSeenTo();
        }
    }

    /** One that its server does not move holds up no other. */
    private boolean isMoved(Mailbox mailbox, Message mail, Outcome outcome) throws MessagingException {
        try {
            mailbox.move(mail, outcome.reason().isPresent() ? Mailbox.QUARANTINE : Mailbox.DONE);
        } catch (MessagingException e) {
            if (!mailbox.isOpen()) {
                throw e;
            }
            return false;
        }
        outcome.reason().ifPresent(memory::setAside);
        memory.end(mailbox.nameOf(mail));
        return true;
    }

    private static void tell(Map<MailMemory.Reason, Integer> aside, int stuck) {
        if (!aside.isEmpty()) {
            LOG.warn(
                    "Mails about vendor tickets were set aside in the folder {}: {}. The page of operations says what to do.",
                    Mailbox.QUARANTINE,
                    aside);
        }
        if (stuck > 0) {
            LOG.warn(
                    "{} mails about vendor tickets could not be moved into the folders {} and {}. See the rights and the quota of their mailbox.",
                    stuck,
                    Mailbox.DONE,
                    Mailbox.QUARANTINE);
        }
    }

    private void count(Outcome outcome) {
        meters.counter("casewright.handoff.mails", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
