package io.casewright.handoff.application;

import io.casewright.casefile.application.HandedOffCase;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicketNote.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was answered to a vendor, or asks the customer what only the customer knows. */
@Service
public class AnswerVendor {

    private final TicketSteps steps;
    private final HandedOffCase cases;

    AnswerVendor(TicketSteps steps, HandedOffCase cases) {
        this.steps = steps;
        this.cases = cases;
    }

    /** How the question is dealt with. */
    public enum Way {
        ANSWERED,
        ASK_CUSTOMER
    }

    /** Why this cannot be taken, if it cannot, as a sentence for the agent. */
    @Transactional
    public Optional<String> take(
            String reference, @Nullable Way way, @Nullable String words, @Nullable String agent, Step step) {
        var ticket = steps.find(reference);
        if (steps.isDone(ticket, step)) {
            return Optional.empty();
        }
        if (way == null) {
            return Optional.of("How does it go on: choose one.");
        }
        var refusal = TicketWords.problemWith("Your words", words, TicketWords.NEWS);
        if (refusal.isPresent() || words == null) {
            return refusal;
        }
        steps.record(
                ticket,
                way == Way.ANSWERED ? Kind.ANSWER : Kind.CUSTOMER_ASKED,
                TimelineEntry.Kind.TICKET_ANSWERED,
                words,
                agent,
                step);
        return Optional.empty();
    }

    /** The question goes out in the partner's name; the case stays handed off meanwhile. */
    @Transactional
    public void askCustomer(String reference, String question, @Nullable String agent, Step step) {
        cases.ask(steps.find(reference).handOff().caseNumber(), question, agent, step);
    }
}
