package io.casewright.handoff.application;

import io.casewright.casefile.application.CaseReassessed;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.DeskOrders;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A case whose severity changes has its tickets changed as well; the desks hear of it with the next poll. */
@Component
class ChangeSeverity {

    private static final Logger log = LoggerFactory.getLogger(ChangeSeverity.class);

    private final VendorTickets tickets;
    private final DeskOrders orders;
    private final DeskWork work;
    private final DeskCalls desks;
    private final TicketSteps steps;
    private final Clock clock;

    ChangeSeverity(
            VendorTickets tickets, DeskOrders orders, DeskWork work, DeskCalls desks, TicketSteps steps, Clock clock) {
        this.tickets = tickets;
        this.orders = orders;
        this.work = work;
        this.desks = desks;
        this.steps = steps;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(CaseReassessed reassessed) {
        tickets.findByHandOffCaseNumberOrderById(reassessed.number().value()).stream()
                .filter(ticket -> ticket.watch().isWatched() && !ticket.hasEnded())
                .forEach(ticket -> orders.save(ticket.orderSeverity(
                        reassessed.severity(),
                        clock.instant(),
                        UUID.randomUUID().toString())));
    }

    /** In the order in which they changed; what a desk does not do now is tried with the next poll. */
    void sendPending() {
        for (var order : orders.findByKindAndSettledAtIsNullOrderById(DeskOrder.Kind.SEVERITY)) {
            try {
                work.perform(order.id(), this::changeThere, (ticket, changed) -> keep(ticket, order));
            } catch (RuntimeException e) {
                log.warn("Severity of ticket {} is not changed at its desk yet: {}", order.ticketId(), e.getMessage());
            }
        }
    }

    private boolean changeThere(DeskOrder order, VendorTicket ticket) {
        if (!ticket.hasEnded()) {
            String tenantId = ticket.tenantId().orElseThrow();
            desks.call(ticket.channel(), tenantId, desk -> {
                desk.changeSeverity(tenantId, ticket.vendorNumber().orElseThrow(), order.key(), order.severity());
                return true;
            });
        }
        return true;
    }

    private void keep(VendorTicket ticket, DeskOrder order) {
        steps.tell(
                ticket,
                TimelineEntry.Kind.TICKET_NEWS,
                "%s was told the severity %s.".formatted(TicketStanding.name(ticket.channel()), order.severity()));
    }
}
