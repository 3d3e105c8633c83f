package io.casewright.handoff.client;

import io.casewright.handoff.application.MailedNotes;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.handoff.application.MailedNotes.Taken;
import io.casewright.mail.DeliveryReport;
import io.casewright.mail.SentMails;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Mails to desks that came back are told at their ticket, in whichever mailbox the report arrived. */
@Component
class ReturnedDeskMails implements SentMails {

    private static final String MAIL_SERVER = "mail server";

    private final DeskMailIds ids;
    private final ObjectProvider<MailedNotes> notes;
    private final Clock clock;

    ReturnedDeskMails(DeskMailIds ids, ObjectProvider<MailedNotes> notes, Clock clock) {
        this.ids = ids;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public boolean reported(DeliveryReport report) {
        var taker = notes.getIfAvailable();
        return taker != null && reported(report, ids, taker, clock);
    }

    static boolean reported(DeliveryReport report, DeskMailIds ids, MailedNotes taker, Clock clock) {
        Optional<String> ours = report.messageIds().stream()
                .filter(id -> ids.referenceIn(id).isPresent())
                .findFirst();
        if (ours.isEmpty()) {
            return false;
        }
        String reference = ids.referenceIn(ours.get()).orElseThrow();
        return !report.failed()
                || taker.take(new MailedNote(
                                reference,
                                "<returned-" + ours.get().substring(1),
                                MAIL_SERVER,
                                clock.instant(),
                                false,
                                words(report)))
                        != Taken.NO_TICKET;
    }

    private static String words(DeliveryReport report) {
        String why = report.status().isEmpty() ? "" : " (%s)".formatted(report.status());
        return "Our mail did not reach the desk%s. Check its address, and reach it another way until then."
                .formatted(why);
    }
}
