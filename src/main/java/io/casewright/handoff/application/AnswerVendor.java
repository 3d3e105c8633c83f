package io.casewright.handoff.application;

import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.AskCustomer.Asked;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote.Kind;
import io.casewright.handoff.persistence.DeskOrders;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was answered to a vendor, or asks the customer what only the customer knows. */
@Service
public class AnswerVendor {

    private final TicketSteps steps;
    private final AskCustomer askCustomer;
    private final DeskOrders orders;
    private final Clock clock;

    AnswerVendor(TicketSteps steps, AskCustomer askCustomer, DeskOrders orders, Clock clock) {
        this.steps = steps;
        this.askCustomer = askCustomer;
        this.orders = orders;
        this.clock = clock;
    }

    /** How the question is dealt with. */
    public enum Way {
        /** The words are sent to the desk. */
        SEND,
        /** The agent gave the answer there. */
        ANSWERED,
        ASK_CUSTOMER
    }

    /**
     * What an agent wrote, each for whom it is: what is for one never gets to the other.
     *
     * @param answer for the vendor
     * @param question for the customer
     */
    public record Words(@Nullable String answer, @Nullable String question) {

        private @Nullable String of(@Nullable Way way) {
            return way == Way.ASK_CUSTOMER ? question : answer;
        }
    }

    /** Why this cannot be taken, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(String reference, @Nullable Way way, Words words) {
        return problemWith(steps.find(reference), way, words);
    }

    /**
     * Takes it.
     *
     * @return key of what is to be sent to the desk; empty when nothing is
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public Optional<UUID> take(String reference, @Nullable Way way, Words words, @Nullable String agent, Step step) {
        var ticket = steps.lock(reference);
        if (steps.isDone(ticket, step)) {
            return orderOf(ticket, step).map(DeskOrder::key);
        }
        Overtaken.failOn(reference, problemWith(ticket, way, words));
        String text = Objects.requireNonNull(words.of(way));
        var order = way == Way.SEND ? orders.save(noteFor(ticket, text, step)) : null;
        steps.record(
                ticket,
                way == Way.ASK_CUSTOMER ? Kind.CUSTOMER_ASKED : Kind.ANSWER,
                TimelineEntry.Kind.TICKET_ANSWERED,
                text,
                contentThere(way, text, order),
                agent,
                step);
        if (way != Way.ASK_CUSTOMER) {
            ticket.weAnswered();
        }
        return Optional.ofNullable(order).map(DeskOrder::key);
    }

    private static Optional<String> problemWith(VendorTicket ticket, @Nullable Way way, Words words) {
        if (way == null) {
            return Optional.of("How does it go on: choose one.");
        }
        if (way == Way.SEND && !ticket.watch().isWatched()) {
            return Optional.of(
                    "How does it go on: this ticket was opened by hand, so nothing can be sent; answer there and choose that.");
        }
        return TicketWords.problemWith(
                way == Way.ASK_CUSTOMER ? "Your question to the customer" : "Your words for the vendor",
                words.of(way),
                TicketWords.NEWS);
    }

    /** Our reference sets it apart from all other notes there, so that it is known again and no answer of theirs is taken for it. */
    private DeskOrder noteFor(VendorTicket ticket, String words, Step step) {
        int ordinal = orders.countByTicketIdAndKind(ticket.id(), DeskOrder.Kind.NOTE) + 1;
        String text = "%s%n%n[%s/%d]".formatted(words, ticket.handOff().reference(), ordinal);
        return ticket.orderNote(text, clock.instant(), step.key());
    }

    private static @Nullable String contentThere(@Nullable Way way, String words, @Nullable DeskOrder order) {
        if (order != null) {
            return order.text();
        }
        return way == Way.ANSWERED ? words : null;
    }

    private Optional<DeskOrder> orderOf(VendorTicket ticket, Step step) {
        return orders.findByTicketIdAndKindAndStepKey(ticket.id(), DeskOrder.Kind.NOTE, step.key());
    }

    /**
     * The question goes out in the partner's name, and the case waits for the customer; unless the ticket has ended meanwhile,
     * which takes the question away.
     */
    @Transactional
    public Asked askCustomer(String reference, String question, Step step) {
        // A ticket that closes in this moment either stops this, or takes back what it asked.
        var ticket = steps.lock(reference);
        var number = ticket.handOff().caseNumber();
        return ticket.hasEnded() ? askCustomer.waitFor(number) : askCustomer.ask(number, question, step);
    }
}
