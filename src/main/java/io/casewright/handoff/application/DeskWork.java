package io.casewright.handoff.application;

import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.DeskOrders;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what was ordered from a desk: the order is claimed, then the desk is called without a transaction, then what came of
 * it is kept. A crash in between leaves the order open; whoever repeats it calls with the same key.
 */
@Component
class DeskWork {

    // Shorter than the time after which the engine hands out a job again.
    private static final Duration CLAIM = Duration.ofSeconds(50);

    private final DeskOrders orders;
    private final VendorTickets tickets;
    private final DeskTroubles troubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskWork(
            DeskOrders orders,
            VendorTickets tickets,
            DeskTroubles troubles,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.troubles = troubles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be done, for which ticket. */
    record Claimed(DeskOrder order, VendorTicket ticket) {}

    /**
     * Does it, once.
     *
     * @param keep takes what the desk answered, in the transaction in which the order is settled
     * @return why the desk will not do it, if it will not
     */
    <T> Optional<String> perform(
            long orderId, BiFunction<DeskOrder, VendorTicket, T> call, BiConsumer<VendorTicket, T> keep) {
        return perform(orderId, call, keep, (ticket, reason) -> {});
    }

    /**
     * As above.
     *
     * @param refused takes why the desk will not do it, in the transaction in which the order is settled
     */
    <T> Optional<String> perform(
            long orderId,
            BiFunction<DeskOrder, VendorTicket, T> call,
            BiConsumer<VendorTicket, T> keep,
            BiConsumer<VendorTicket, String> refused) {
        var claimed = inTransaction(() -> claim(orderId));
        if (claimed == null) {
            return inTransaction(() -> lock(orderId).refusal());
        }
        try {
            T answer = call.apply(claimed.order, claimed.ticket);
            return inTransaction(() -> settle(orderId, answer, keep));
        } catch (DeskRefused e) {
            return inTransaction(() -> keepRefusal(orderId, e.reason(), refused));
        } catch (DeskUnavailable e) {
            inTransaction(() -> release(orderId));
            troubles.fail(List.of(claimed.ticket.id()), String.valueOf(e.getMessage()));
            throw e;
        } catch (RuntimeException e) {
            inTransaction(() -> release(orderId));
            throw e;
        }
    }

    private @Nullable Claimed claim(long orderId) {
        var order = lock(orderId);
        if (order.isSettled()) {
            return null;
        }
        requireClaim(order);
        return new Claimed(order, tickets.findById(order.ticketId()).orElseThrow());
    }

    private boolean release(long orderId) {
        var order = lock(orderId);
        order.release();
        return true;
    }

    /** Nobody needs it any more; fails while somebody does it, since then it would come to the desk as the last. */
    void supersede(long orderId) {
        inTransaction(() -> {
            var order = lock(orderId);
            if (!order.isSettled()) {
                requireClaim(order);
                order.superseded(clock.instant());
            }
            return true;
        });
    }

    /** No desk can be asked for it. */
    void refuse(long orderId, String reason, BiConsumer<VendorTicket, String> refused) {
        inTransaction(() -> keepRefusal(orderId, reason, refused));
    }

    private Optional<String> keepRefusal(long orderId, String reason, BiConsumer<VendorTicket, String> refused) {
        long ticketId = lock(orderId).ticketId();
        var ticket = tickets.lockById(ticketId).orElseThrow();
        var order = lock(orderId);
        if (!order.isSettled()) {
            order.refused(reason, clock.instant());
            refused.accept(ticket, reason);
        }
        return order.refusal();
    }

    private void requireClaim(DeskOrder order) {
        if (!order.claim(clock.instant(), CLAIM)) {
            throw new CannotAcquireLockException("The desk is told this very thing at the moment");
        }
    }

    private <T> Optional<String> settle(long orderId, T answer, BiConsumer<VendorTicket, T> keep) {
        long ticketId = lock(orderId).ticketId();
        var ticket = tickets.lockById(ticketId).orElseThrow();
        var order = lock(orderId);
        if (!order.isSettled()) {
            troubles.recover(ticket);
            keep.accept(ticket, answer);
            order.done(clock.instant());
        }
        return order.refusal();
    }

    private DeskOrder lock(long orderId) {
        return orders.lockById(orderId).orElseThrow(() -> new NoSuchElementException("There is no order " + orderId));
    }

    private <R> R inTransaction(java.util.function.Supplier<R> work) {
        return transaction.execute(status -> work.get());
    }
}
