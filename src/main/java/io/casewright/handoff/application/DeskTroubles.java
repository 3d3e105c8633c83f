package io.casewright.handoff.application;

import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a case once that the desk of its ticket does not answer, once when it does again, and in time asks a person. */
@Component
class DeskTroubles {

    private final VendorTickets tickets;
    private final TicketSteps steps;
    private final HandOffProcess process;
    private final HandOffSettings settings;
    private final Clock clock;

    DeskTroubles(
            VendorTickets tickets, TicketSteps steps, HandOffProcess process, HandOffSettings settings, Clock clock) {
        this.tickets = tickets;
        this.steps = steps;
        this.process = process;
        this.settings = settings;
        this.clock = clock;
    }

    /** Since when a desk must be silent for a person to look there. */
    Instant personSince() {
        return clock.instant().minus(settings.personAfter());
    }

    /** @param reason names tenant, call and remedy */
    @Transactional
    public void fail(Collection<Long> ticketIds, String reason) {
        for (long id : ticketIds.stream().sorted().toList()) {
            tickets.lockById(id).filter(ticket -> !ticket.hasEnded()).ifPresent(ticket -> fail(ticket, reason));
        }
    }

    private void fail(VendorTicket ticket, String reason) {
        var watch = ticket.watch();
        if (watch.fails(reason, clock.instant())) {
            steps.tell(
                    ticket,
                    TimelineEntry.Kind.TICKET_NEWS,
                    TicketStanding.silence(ticket.channel(), clock.instant(), reason));
        }
        boolean tooLong = !watch.troubleSince().orElseThrow().isAfter(personSince());
        // One that is not open yet is somebody's already: its job has become an incident.
        if (tooLong && ticket.state() == VendorTicket.State.OPEN && watch.handOver()) {
            steps.tell(
                    ticket,
                    TimelineEntry.Kind.TICKET_NEWS,
                    "Somebody has to look there by hand: "
                            + TicketStanding.of(ticket).waitReason());
            process.tellChanged(ticket.handOff(), "person");
        }
    }

    /**
     * The desk will not do what it was asked for: a person does it there.
     *
     * @param what is to be done by hand, and why
     * @param key of what was asked for
     */
    void refuse(VendorTicket ticket, String what, UUID key) {
        if (ticket.state() == VendorTicket.State.OPEN) {
            steps.tell(ticket, TimelineEntry.Kind.TICKET_NEWS, what);
            ticket.watch().handOver();
            process.tellChanged(ticket.handOff(), "order:" + key);
        }
    }

    /** The desks of these answered. */
    @Transactional
    public void recover(Collection<Long> ticketIds) {
        ticketIds.stream().sorted().forEach(id -> tickets.lockById(id).ifPresent(this::recover));
    }

    void recover(VendorTicket ticket) {
        if (ticket.watch().recovers()) {
            steps.tell(
                    ticket, TimelineEntry.Kind.TICKET_NEWS, TicketStanding.name(ticket.channel()) + " answers again.");
        }
    }
}
