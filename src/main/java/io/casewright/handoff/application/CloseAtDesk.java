package io.casewright.handoff.application;

import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.DeskOrders;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the ticket of a case that ended, at the desk where it was opened; else a person does. */
@Service
public class CloseAtDesk {

    private final TicketSteps steps;
    private final DeskOrders orders;
    private final DeskWork work;
    private final DeskCalls desks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CloseAtDesk(
            TicketSteps steps,
            DeskOrders orders,
            DeskWork work,
            DeskCalls desks,
            TransactionTemplate transaction,
            Clock clock) {
        this.steps = steps;
        this.orders = orders;
        this.work = work;
        this.desks = desks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param refusal why the desk does not close it; empty when no desk was asked
     */
    public record Closed(boolean closed, String refusal) {}

    /** Closed there once, however often it is repeated. */
    public Closed close(String reference, Step step) {
        Optional<DeskOrder> order = transaction.execute(status -> ordered(reference, step));
        if (order == null || order.isEmpty()) {
            return new Closed(false, "");
        }
        return work.perform(order.get().id(), this::closeThere, (ticket, done) -> keep(ticket, step))
                .map(reason -> new Closed(false, reason))
                .orElse(new Closed(true, ""));
    }

    /** Empty when a person has to see whether it was opened, and close it. */
    private Optional<DeskOrder> ordered(String reference, Step step) {
        var ticket = steps.lock(reference);
        if (!ticket.watch().isWatched()) {
            return Optional.empty();
        }
        return orders.findByTicketIdAndKindAndStepKey(ticket.id(), DeskOrder.Kind.CLOSE, step.key())
                .or(() -> Optional.of(orders.save(ticket.orderClosing(clock.instant(), step.key()))));
    }

    private boolean closeThere(DeskOrder order, VendorTicket ticket) {
        String tenantId = ticket.tenantId().orElseThrow();
        return desks.call(ticket.channel(), tenantId, desk -> {
            desk.close(tenantId, ticket.vendorNumber().orElseThrow(), order.key());
            return true;
        });
    }

    private void keep(VendorTicket ticket, Step step) {
        steps.record(
                ticket,
                VendorTicketNote.Kind.WITHDRAWN,
                TimelineEntry.Kind.TICKET_CLOSED,
                "closed there by us",
                null,
                step);
    }
}
