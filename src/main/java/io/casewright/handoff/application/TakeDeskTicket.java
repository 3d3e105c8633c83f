package io.casewright.handoff.application;

import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.application.VendorDesk.DeskTicket;
import io.casewright.handoff.domain.StatusThere;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings the twin to where its ticket stands at the desk, and tells the hand-off what concerns it. */
@Service
class TakeDeskTicket {

    private static final String NOTHING_SAID = "They wait for us, and left no note that is new.";
    private static final String CLOSED_WITHOUT_A_WORD = "Closed there without a note.";

    private final VendorTickets tickets;
    private final NotesThere notes;
    private final TicketSteps steps;
    private final HandOffProcess process;
    private final DeskTroubles troubles;
    private final Clock clock;

    TakeDeskTicket(
            VendorTickets tickets,
            NotesThere notes,
            TicketSteps steps,
            HandOffProcess process,
            DeskTroubles troubles,
            Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.steps = steps;
        this.process = process;
        this.troubles = troubles;
        this.clock = clock;
    }

    /**
     * Taken any number of times, in any order with its like, it comes to the same.
     *
     * @param changedAt when it changed there by the desk's clock; null when not told
     * @return how many notes are new
     */
    @Transactional
    public int take(long ticketId, DeskTicket there, @Nullable Instant changedAt) {
        var ticket = tickets.lockById(ticketId).orElseThrow();
        if (ticket.state() == VendorTicket.State.CANCELLED) {
            return 0;
        }
        troubles.recover(ticket);
        var status = StatusThere.valueOf(there.status().name());
        var before = ticket.watch().statusThere();
        ticket.seen(status, changedAt, clock.instant());
        var news = notes.takeNew(ticket, there.notes());
        if (ticket.state() == VendorTicket.State.OPEN) {
            tell(ticket, status, news);
        } else if (status != StatusThere.CLOSED && before.equals(Optional.of(StatusThere.CLOSED))) {
            steps.tell(ticket, TimelineEntry.Kind.TICKET_NEWS, "Opened again there after it had been closed.");
        }
        return news.size();
    }

    private void tell(VendorTicket ticket, StatusThere status, List<VendorTicketNote> news) {
        if (status == StatusThere.CLOSED) {
            close(ticket, news);
        } else if (ticket.watch().asks(news.stream().map(VendorTicketNote::text).toList())) {
            String question = words(news.isEmpty() ? notes.lastOfTheirs(ticket) : news, NOTHING_SAID);
            ticket.theyAsk();
            process.tellAsked(ticket, question, "look:" + UUID.randomUUID());
        }
    }

    /** Closed is closed: should it flap there, the case has had its one result. */
    private void close(VendorTicket ticket, List<VendorTicketNote> news) {
        if (steps.close(ticket)) {
            String words = words(news.isEmpty() ? notes.lastOfTheirs(ticket) : news, CLOSED_WITHOUT_A_WORD);
            steps.tell(ticket, TimelineEntry.Kind.TICKET_CLOSED, words);
            process.tellClosed(ticket.handOff(), true, words, "desk");
            process.tellChanged(ticket.handOff(), "closed");
        }
    }

    private static String words(List<VendorTicketNote> notes, String otherwise) {
        String words = notes.stream().map(VendorTicketNote::text).collect(Collectors.joining("\n\n"));
        return words.isBlank() ? otherwise : TicketWords.cut(words, TicketWords.NEWS);
    }
}
