package io.casewright.handoff.application;

import io.casewright.casefile.application.CaseEnded;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the tickets of a case that ended before them. */
@Service
public class CancelTickets {

    private final TicketSteps steps;
    private final VendorTickets tickets;
    private final HandOffProcess process;
    private final Clock clock;

    CancelTickets(TicketSteps steps, VendorTickets tickets, HandOffProcess process, Clock clock) {
        this.steps = steps;
        this.tickets = tickets;
        this.process = process;
        this.clock = clock;
    }

    /** In the transaction that ends the case: either both end, or none. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelTicketsOf(CaseEnded ended) {
        for (var ticket :
                tickets.findByHandOffCaseNumberOrderById(ended.number().value())) {
            if (ticket.cancel(clock.instant())) {
                process.tellCancelled(ticket.handOff());
            }
        }
    }

    /** Why nobody works on it there any more. */
    public enum Closing {
        CLOSED("closed there by us"),
        WAS_CLOSED("was closed there already"),
        NEVER_OPENED("was never opened there");

        private final String words;

        Closing(String words) {
            this.words = words;
        }
    }

    /** Why this cannot be taken, as a sentence for the agent. */
    public Optional<String> problemWith(@Nullable Closing how) {
        return how == null ? Optional.of("Is it closed there: choose one.") : Optional.empty();
    }

    /**
     * Somebody saw to it that nobody works on it there.
     *
     * @throws Overtaken when there is a problem with it
     */
    @Transactional
    public void confirm(String reference, @Nullable Closing how, @Nullable String agent, Step step) {
        var ticket = steps.find(reference);
        Overtaken.failOn(reference, problemWith(how));
        if (!steps.isDone(ticket, step)) {
            steps.record(
                    ticket,
                    VendorTicketNote.Kind.WITHDRAWN,
                    TimelineEntry.Kind.TICKET_CLOSED,
                    Objects.requireNonNull(how).words,
                    agent,
                    step);
        }
    }
}
