package io.casewright.handoff.application;

import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.application.VendorDesk.DeskTicket;
import io.casewright.handoff.application.VendorDesk.TicketOrder;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.DeskOrders;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens a ticket at the desk of its channel, where there is one that serves the customer; else a person opens it. */
@Service
public class OpenAtDesk {

    private final TicketSteps steps;
    private final DeskOrders orders;
    private final DeskWork work;
    private final DeskCalls desks;
    private final HandOffProcess process;
    private final HandOffSettings settings;
    private final Clock clock;

    OpenAtDesk(
            TicketSteps steps,
            DeskOrders orders,
            DeskWork work,
            DeskCalls desks,
            HandOffProcess process,
            HandOffSettings settings,
            Clock clock) {
        this.steps = steps;
        this.orders = orders;
        this.work = work;
        this.desks = desks;
        this.process = process;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param number of the ticket there; null when a person has to open it
     * @param refusal why the desk did not open it; null when no desk was asked
     */
    public record Opened(@Nullable String number, @Nullable String refusal) {}

    /** One ticket there, however often it is repeated. */
    public Opened open(String reference, Step step) {
        var ticket = steps.find(reference);
        var order = orders.findByTicketIdAndKindOrderById(ticket.id(), DeskOrder.Kind.OPEN).stream()
                .findFirst();
        if (order.isEmpty()) {
            return new Opened(null, null);
        }
        Optional<String> refusal =
                work.perform(order.get().id(), this::openThere, (opened, answer) -> keep(opened, answer, step));
        return refusal.map(reason -> new Opened(null, reason))
                .orElseGet(() -> new Opened(steps.find(reference).vendorNumber().orElseThrow(), null));
    }

    /** @param told whether the desk tells from now on how the ticket stands */
    private record There(DeskTicket ticket, boolean told) {}

    private There openThere(DeskOrder order, VendorTicket ticket) {
        String tenantId = ticket.tenantId().orElseThrow();
        var handOff = ticket.handOff();
        return desks.call(
                ticket.channel(),
                tenantId,
                desk -> new There(
                        desk.open(new TicketOrder(
                                order.key(),
                                handOff.reference(),
                                tenantId,
                                settings.locale(),
                                null,
                                handOff.topicId(),
                                handOff.ticket())),
                        desk.tellsHowTicketsStand()));
    }

    private void keep(VendorTicket ticket, There opened, Step step) {
        var there = opened.ticket;
        ticket.openAtDesk(there.number(), opened.told, clock.instant());
        String where = "%s %s".formatted(TicketStanding.name(ticket.channel()), there.number());
        steps.record(
                ticket,
                VendorTicketNote.Kind.FILED,
                TimelineEntry.Kind.TICKET_FILED,
                there.correlationId() == null
                        ? where
                        : "%s%nCorrelation id: %s".formatted(where, there.correlationId()),
                ticket.handOff().ticket().fullText(),
                null,
                step);
        if (!opened.told && ticket.watch().handOver()) {
            process.tellChanged(ticket.handOff(), "person");
        }
    }
}
