package io.casewright.handoff.application;

import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
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

    /** Why the number cannot be taken, if it cannot, as a sentence for the agent. */
    @Transactional
    public Optional<String> file(String reference, @Nullable String number, @Nullable String agent, Step step) {
        var ticket = steps.find(reference);
        if (steps.isDone(ticket, step)) {
            return Optional.empty();
        }
        var refusal = TicketWords.problemWith("Number of the ticket there", number, NUMBER);
        if (refusal.isPresent() || number == null) {
            return refusal;
        }
        var taken = otherWith(number, ticket);
        if (taken.isPresent()) {
            return taken;
        }
        ticket.open(number, clock.instant());
        steps.record(ticket, VendorTicketNote.Kind.FILED, TimelineEntry.Kind.TICKET_FILED, number, agent, step);
        return Optional.empty();
    }

    private Optional<String> otherWith(String number, VendorTicket ticket) {
        return tickets.findByTargetAndVendorNumber(ticket.handOff().target(), number)
                .filter(other -> other.id() != ticket.id())
                .map(other -> "Number of the ticket there: %s is the ticket %s already."
                        .formatted(number, other.handOff().reference()));
    }
}
