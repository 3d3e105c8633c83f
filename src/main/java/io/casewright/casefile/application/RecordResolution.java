package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedChange;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.text.Money;
import io.casewright.platform.text.TypedNumber;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import io.casewright.subscription.SubscriptionChange;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records how an agent means to solve a case, or why it goes back to its diagnosis. */
@Service
public class RecordResolution {

    /** The action that gives a case back to its diagnosis. */
    public static final String BACK_TO_DIAGNOSIS = "back-to-diagnosis";

    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal(100_000_000);

    private final CaseSteps steps;
    private final CustomerDirectory directory;

    RecordResolution(CaseSteps steps, CustomerDirectory directory) {
        this.steps = steps;
        this.directory = directory;
    }

    /**
     * What an agent answered; nothing here is trusted to be complete.
     *
     * @param amount what it costs, as the agent typed it
     * @param resolution words for the customer
     * @param backReason why the case goes back, for colleagues
     * @param seats that the subscription shall have, as the agent typed it
     * @param change the subscription to change, without its seats; null when no system does the action
     * @param approvalNeeded whether a second person has to decide
     */
    public record Plan(
            @Nullable String action,
            @Nullable String detail,
            @Nullable String amount,
            @Nullable String resolution,
            @Nullable String backReason,
            @Nullable String seats,
            @Nullable PlannedChange change,
            boolean approvalNeeded) {

        public Plan {
            change = SubscriptionChange.Kind.of(action).isPresent() ? change : null;
            // Nothing is changed at Microsoft on one person's word; giving a case back costs nothing, whatever the form
            // still holds.
            approvalNeeded = (approvalNeeded || change != null) && !BACK_TO_DIAGNOSIS.equals(action);
        }

        boolean givesBack() {
            return BACK_TO_DIAGNOSIS.equals(action);
        }

        private boolean isAboutSeats() {
            return SubscriptionChange.Kind.of(action)
                    .filter(SubscriptionChange.Kind::isAboutSeats)
                    .isPresent();
        }

        /** The change with the seats that the agent typed. */
        Optional<PlannedChange> changeInFull() throws NotUnderstood {
            if (change == null || !isAboutSeats()) {
                return Optional.ofNullable(change);
            }
            return Optional.of(change.withQuantity(
                    TypedNumber.whole(seats == null ? "" : seats, 1, SubscriptionChange.MOST_SEATS)));
        }
    }

    /**
     * What came of it.
     *
     * @param solved false when the case goes back to its diagnosis
     * @param cost zero when nothing was typed
     */
    public record Outcome(boolean solved, BigDecimal cost) {}

    /**
     * Why the plan cannot be recorded, as a sentence for the agent.
     *
     * @param agent login of who planned it; required when a second person is needed
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, Plan plan, @Nullable String agent) {
        return problemWith(steps.find(number), plan, agent);
    }

    /** What the plan costs, as far as that can be understood: for who decides whether a second person is needed. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> costOf(CaseNumber number, Plan plan) {
        return costOf(steps.find(number), plan);
    }

    private Optional<BigDecimal> costOf(SupportCase found, Plan plan) {
        try {
            return Optional.of(money(found, plan.amount).map(Money::amount).orElse(BigDecimal.ZERO));
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    /**
     * Records the plan.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public Outcome record(CaseNumber number, Plan plan, @Nullable String agent, Step step) {
        var found = steps.find(number);
        if (!steps.hasActed(found, step)) {
            Overtaken.failOn(number, problemWith(found, plan, agent));
            if (plan.givesBack()) {
                steps.record(found, Kind.FAILED, Actor.agent(agent), step, plan.backReason);
            }
        }
        // Understood, or there would have been a problem with it.
        return new Outcome(!plan.givesBack(), costOf(found, plan).orElse(BigDecimal.ZERO));
    }

    Optional<String> problemWith(SupportCase found, Plan plan, @Nullable String agent) {
        var words = plan.givesBack()
                ? AgentText.problemWith(found, "Why it goes back", plan.backReason)
                : AgentText.problemWith(found, "Words for the customer", plan.resolution);
        return words.or(() -> impossibleIn(found, plan))
                .or(() -> plan.action == null ? Optional.of("Action: choose one.") : Optional.empty())
                .or(() -> problemWithSeats(plan))
                .or(() -> plan.approvalNeeded ? problemWithProposal(plan, agent) : Optional.empty());
    }

    /** Empty when nothing was typed. */
    Optional<Money> money(SupportCase found, @Nullable String amount) throws NotUnderstood {
        return amount == null
                ? Optional.empty()
                : Optional.of(Money.typed(amount, directory.currencyOf(found.contactId())));
    }

    private static Optional<String> problemWithSeats(Plan plan) {
        try {
            plan.changeInFull();
            return Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.of("New number of seats: " + e.problem() + ".");
        }
    }

    private static Optional<String> problemWithProposal(Plan plan, @Nullable String agent) {
        if (plan.detail == null) {
            return Optional.of("What exactly is to be done: required for an action that a second person approves.");
        }
        return agent == null
                ? Optional.of("Assign the task to yourself before you propose what a second person approves.")
                : Optional.empty();
    }

    /** What no form offers, and what can be read in two ways. */
    private Optional<String> impossibleIn(SupportCase found, Plan plan) {
        if (plan.action != null && plan.action.length() > 40) {
            return Optional.of("Action: choose one.");
        }
        if (plan.detail != null && plan.detail.length() > AgentText.MAXIMUM) {
            return Optional.of("What exactly is to be done: at most %d characters, these are %d."
                    .formatted(AgentText.MAXIMUM, plan.detail.length()));
        }
        if (plan.givesBack()) {
            return Optional.empty();
        }
        try {
            return money(found, plan.amount)
                    .filter(money -> money.amount().compareTo(HIGHEST_AMOUNT) > 0)
                    .map(money -> "Amount: at most %s.".formatted(new Money(HIGHEST_AMOUNT, money.currency())));
        } catch (NotUnderstood e) {
            return Optional.of("Amount: " + e.problem() + ".");
        }
    }
}
