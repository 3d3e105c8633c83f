package io.casewright.handoff.application;

import io.casewright.casefile.application.HandedOffCase;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.VendorTicketNotes;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all steps of a ticket share: find it, know what was done before, keep its notes and the case's timeline. */
@Component
class TicketSteps {

    private final VendorTickets tickets;
    private final VendorTicketNotes notes;
    private final HandedOffCase cases;
    private final Clock clock;

    TicketSteps(VendorTickets tickets, VendorTicketNotes notes, HandedOffCase cases, Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.cases = cases;
        this.clock = clock;
    }

    VendorTicket find(String reference) {
        return tickets.findByHandOffReference(reference)
                .orElseThrow(() -> new NoSuchElementException("There is no ticket " + reference));
    }

    /** As {@link #find}; polls and other steps wait until the transaction has ended. */
    VendorTicket lock(String reference) {
        return tickets.lockByReference(reference)
                .orElseThrow(() -> new NoSuchElementException("There is no ticket " + reference));
    }

    /** Whether this very step has acted before; a concurrent twin fails on the unique key of the notes. */
    boolean isDone(VendorTicket ticket, Step step) {
        return notes.existsByTicketIdAndStepKey(ticket.id(), step.key());
    }

    void record(
            VendorTicket ticket,
            VendorTicketNote.Kind kind,
            TimelineEntry.Kind onTheCase,
            String text,
            @Nullable String agent,
            Step step) {
        record(ticket, kind, onTheCase, text, null, agent, step);
    }

    /** @param content what it says at the desk, by which it is known again when it is read there */
    void record(
            VendorTicket ticket,
            VendorTicketNote.Kind kind,
            TimelineEntry.Kind onTheCase,
            String text,
            @Nullable String content,
            @Nullable String agent,
            Step step) {
        notes.save(ticket.noted(kind, text, content, agent, clock.instant(), step));
        cases.note(
                ticket.handOff().caseNumber(),
                onTheCase,
                agent,
                step,
                ticket.handOff().reference() + "\n" + text);
    }

    /** The ticket gave its result; false when it had ended before. Nobody needs an answer for it any more. */
    boolean close(VendorTicket ticket) {
        boolean closes = ticket.close(clock.instant());
        if (closes) {
            cases.stopAsking(ticket.handOff().caseNumber());
        }
        return closes;
    }

    /** Puts on the case's timeline what happened outside a step; whoever calls sees to it that it is told once. */
    void tell(VendorTicket ticket, TimelineEntry.Kind kind, String text) {
        cases.tell(ticket.handOff().caseNumber(), kind, ticket.handOff().reference() + "\n" + text);
    }
}
