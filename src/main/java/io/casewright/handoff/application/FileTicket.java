package io.casewright.handoff.application;

import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the number under which a ticket was opened there. */
@Service
public class FileTicket {

    private static final int NUMBER = 60;

    private final TicketSteps steps;
    private final VendorTickets tickets;
    private final Clock clock;

    FileTicket(TicketSteps steps, VendorTickets tickets, Clock clock) {
        this.steps = steps;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Why the number cannot be taken, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(String reference, @Nullable String number) {
        return problemWith(steps.find(reference), number);
    }

    /**
     * Takes the number.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public void file(String reference, @Nullable String number, @Nullable String agent, Step step) {
        var ticket = steps.find(reference);
        if (steps.isDone(ticket, step)) {
            return;
        }
        Overtaken.failOn(reference, problemWith(ticket, number));
        String known = Objects.requireNonNull(number);
        ticket.open(known, clock.instant());
        steps.record(ticket, VendorTicketNote.Kind.FILED, TimelineEntry.Kind.TICKET_FILED, known, agent, step);
    }

    private Optional<String> problemWith(VendorTicket ticket, @Nullable String number) {
        return TicketWords.problemWith("Number of the ticket there", number, NUMBER)
                .or(() -> number == null ? Optional.empty() : otherWith(number, ticket));
    }

    private Optional<String> otherWith(String number, VendorTicket ticket) {
        return tickets.findByTargetAndVendorNumber(ticket.handOff().target(), number)
                .filter(other -> other.id() != ticket.id())
                .map(other -> "Number of the ticket there: %s is the ticket %s already."
                        .formatted(number, other.handOff().reference()));
    }
}
