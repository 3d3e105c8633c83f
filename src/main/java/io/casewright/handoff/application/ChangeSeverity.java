package io.casewright.handoff.application;

import io.casewright.casefile.application.CaseReassessed;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.DeskOrders;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case whose severity changes has its tickets changed as well; the desks hear of it with the next poll, or with the first
 * one after the ticket is open there.
 */
@Component
class ChangeSeverity {

    private static final Logger log = LoggerFactory.getLogger(ChangeSeverity.class);

    private final VendorTickets tickets;
    private final DeskOrders orders;
    private final DeskWork work;
    private final DeskCalls desks;
    private final DeskTroubles troubles;
    private final TicketSteps steps;
    private final Clock clock;

    ChangeSeverity(
            VendorTickets tickets,
            DeskOrders orders,
            DeskWork work,
            DeskCalls desks,
            DeskTroubles troubles,
            TicketSteps steps,
            Clock clock) {
        this.tickets = tickets;
        this.orders = orders;
        this.work = work;
        this.desks = desks;
        this.troubles = troubles;
        this.steps = steps;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(CaseReassessed reassessed) {
        tickets.findByHandOffCaseNumberOrderById(reassessed.number().value()).stream()
                .filter(VendorTicket::hearsOfChanges)
                .forEach(ticket -> orders.save(ticket.orderSeverity(
                        reassessed.severity(),
                        clock.instant(),
                        UUID.randomUUID().toString())));
    }

    /** Of each ticket only the newest; what a desk does not do now is tried with the next poll. */
    void sendPending() {
        var pending = orders.findByKindAndSettledAtIsNullOrderById(DeskOrder.Kind.SEVERITY).stream()
                .collect(Collectors.groupingBy(DeskOrder::ticketId, LinkedHashMap::new, Collectors.toList()));
        pending.forEach((ticketId, theirs) -> {
            try {
                theirs.subList(0, theirs.size() - 1).forEach(older -> work.supersede(older.id()));
                send(tickets.findById(ticketId).orElseThrow(), theirs.getLast());
            } catch (RuntimeException e) {
                log.warn("Severity of ticket {} is not changed at its desk yet: {}", ticketId, e.getMessage());
            }
        });
    }

    private void send(VendorTicket ticket, DeskOrder order) {
        if (ticket.hasEnded()) {
            work.supersede(order.id());
        } else if (ticket.watch().isWatched()) {
            work.perform(
                    order.id(),
                    this::changeThere,
                    (told, changed) -> keep(told, order),
                    (refused, reason) -> handOver(refused, order, reason));
        } else if (ticket.vendorNumber().isPresent()) {
            work.refuse(
                    order.id(),
                    "The ticket was opened by hand.",
                    (refused, reason) -> handOver(refused, order, reason));
        }
    }

    private boolean changeThere(DeskOrder order, VendorTicket ticket) {
        String tenantId = ticket.tenantId().orElseThrow();
        return desks.call(ticket.channel(), tenantId, desk -> {
            desk.changeSeverity(tenantId, ticket.vendorNumber().orElseThrow(), order.key(), order.severity());
            return true;
        });
    }

    private void keep(VendorTicket ticket, DeskOrder order) {
        steps.tell(
                ticket,
                TimelineEntry.Kind.TICKET_NEWS,
                "%s was told the severity %s.".formatted(TicketStanding.name(ticket.channel()), order.severity()));
    }

    private void handOver(VendorTicket ticket, DeskOrder order, String reason) {
        troubles.refuse(ticket, TicketStanding.severityByHand(order.severity(), reason), order.key());
    }
}
