package io.casewright.handoff.application;

import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.platform.text.Fingerprint;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes notes that came by mail: the same twin, the same rule for what is new. */
@Service
class TakeMailedNote implements MailedNotes {

    static final String MAILED = "mail:";

    private static final int KEY = 16;

    private final VendorTickets tickets;
    private final NotesThere notes;
    private final HandOffProcess process;

    TakeMailedNote(VendorTickets tickets, NotesThere notes, HandOffProcess process) {
        this.tickets = tickets;
        this.notes = notes;
        this.process = process;
    }

    @Override
    @Transactional
    public Taken take(MailedNote note) {
        return tickets.lockByReference(note.reference())
                .filter(ticket -> !ticket.hasEnded())
                .map(ticket -> take(ticket, note))
                .orElse(Taken.NO_TICKET);
    }

    private Taken take(VendorTicket ticket, MailedNote note) {
        // As it is: read as text, what stands in angle brackets would be markup, and all ids would be one.
        String hash = Fingerprint.of(note.messageId());
        var there = new DeskNote(MAILED + hash, note.from(), note.writtenAt(), note.text());
        var news = notes.takeNew(ticket, List.of(there), note.forwarded());
        if (news.isEmpty()) {
            return Taken.KNOWN;
        }
        String key = MAILED + hash.substring(0, KEY);
        if (ticket.watch().isFollowed()) {
            process.tellChanged(ticket.handOff(), key);
        } else if (ticket.watch().asks(List.of(news.getFirst().text()))) {
            ticket.theyAsk();
            process.tellAsked(ticket, TicketWords.cut(news.getFirst().text(), TicketWords.NEWS), key);
        }
        return Taken.NOTED;
    }
}
