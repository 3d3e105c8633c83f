package io.casewright.handoff.application;

import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.DeskOrders;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Sends an answer to the desk, where it becomes one note however often it is sent. */
@Service
public class SendAnswer {

    private final DeskOrders orders;
    private final DeskWork work;
    private final DeskCalls desks;

    SendAnswer(DeskOrders orders, DeskWork work, DeskCalls desks) {
        this.orders = orders;
        this.work = work;
        this.desks = desks;
    }

    /** Why the desk does not take it, if it does not, as a sentence for the agent. */
    public Optional<String> send(UUID key) {
        var order = orders.findByOrderKey(key.toString())
                .orElseThrow(() -> new NoSuchElementException("There is no order " + key));
        return work.perform(order.id(), this::sendThere, (ticket, sent) -> {});
    }

    private boolean sendThere(DeskOrder order, VendorTicket ticket) {
        // Nobody reads it any more, and what the case goes on with waits already.
        if (!ticket.hasEnded()) {
            desks.call(ticket.channel(), ticket.tenantId().orElseThrow(), desk -> {
                desk.addNote(
                        ticket.tenantId().orElseThrow(),
                        ticket.vendorNumber().orElseThrow(),
                        order.key(),
                        order.text());
                return true;
            });
        }
        return true;
    }
}
