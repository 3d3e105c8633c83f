package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.PlannedChange;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.PlannedActions;
import io.casewright.subscription.SubscriptionChange;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records how an agent means to solve a case; what costs money or cannot be undone becomes a proposal for a second person. */
@Service
public class RecordResolution {

    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal(100_000_000);

    private final CaseSteps steps;
    private final PlannedActions actions;

    RecordResolution(CaseSteps steps, PlannedActions actions) {
        this.steps = steps;
        this.actions = actions;
    }

    /** The action that gives a case back to its diagnosis. */
    public static final String BACK_TO_DIAGNOSIS = "back-to-diagnosis";

    /**
     * What an agent answered; nothing here is trusted to be complete.
     *
     * @param change the subscription to change; null when no system does the action
     * @param resolution words for the customer; for {@link #BACK_TO_DIAGNOSIS} the reason, for colleagues
     */
    public record Plan(
            @Nullable String action,
            @Nullable String detail,
            @Nullable BigDecimal amount,
            @Nullable String resolution,
            @Nullable PlannedChange change,
            boolean approvalNeeded) {

        public Plan {
            // Giving a case back costs nothing, whatever amount the form still holds.
            boolean back = BACK_TO_DIAGNOSIS.equals(action);
            change = SubscriptionChange.Kind.of(action).isPresent() ? change : null;
            // Nothing is changed at Microsoft on one person's word.
            approvalNeeded = (approvalNeeded || change != null) && !back;
        }
    }

    /** Whether a second person is needed; whether the case is solved with it. */
    public record Outcome(boolean approvalNeeded, boolean solved) {}

    /**
     * Why the plan cannot be recorded, as a sentence for the agent.
     *
     * @param agent login of who planned it; required when a second person is needed
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, Plan plan, @Nullable String agent) {
        return problemWith(steps.find(number), plan, agent);
    }

    /**
     * Records the plan.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public Outcome record(CaseNumber number, Plan plan, @Nullable String agent, Step step) {
        var found = steps.find(number);
        boolean back = BACK_TO_DIAGNOSIS.equals(plan.action);
        if (!steps.hasActed(found, step)) {
            Overtaken.failOn(number, problemWith(found, plan, agent));
            if (plan.approvalNeeded) {
                propose(found, plan, Objects.requireNonNull(agent), step);
            } else if (back) {
                steps.record(found, Kind.FAILED, Actor.agent(agent), step, plan.resolution);
            }
        }
        return new Outcome(plan.approvalNeeded, !back);
    }

    private void propose(SupportCase supportCase, Plan plan, String agent, Step step) {
        String wanted = Objects.requireNonNull(plan.action);
        var action = new PlannedAction(supportCase.id(), wanted, plan.detail, plan.amount, agent);
        actions.save(plan.change == null ? action : action.changing(plan.change));
        steps.record(
                supportCase,
                Kind.PROPOSED,
                Actor.agent(agent),
                step,
                wanted + ": " + (plan.change == null ? "" : wordsFor(plan.change) + " ") + plan.detail);
    }

    private static Optional<String> problemWith(SupportCase found, Plan plan, @Nullable String agent) {
        return AgentText.problemWith(
                        found,
                        BACK_TO_DIAGNOSIS.equals(plan.action) ? "Why it goes back" : "Words for the customer",
                        plan.resolution)
                .or(() -> impossibleIn(plan))
                .or(() -> plan.action == null ? Optional.of("Action: choose one.") : Optional.empty())
                .or(() -> problemWithChange(plan))
                .or(() -> plan.approvalNeeded ? problemWithProposal(plan, agent) : Optional.empty());
    }

    /** The change in words, for who decides on it. */
    public static String wordsFor(PlannedChange change) {
        return change.subscriptionName()
                + (change.quantity() == null ? "." : " - %d seats.".formatted(change.quantity()));
    }

    private static Optional<String> problemWithChange(Plan plan) {
        boolean seats = SubscriptionChange.Kind.of(plan.action)
                .filter(SubscriptionChange.Kind::isAboutSeats)
                .isPresent();
        if (plan.change == null || !seats) {
            return Optional.empty();
        }
        Integer quantity = plan.change.quantity();
        return quantity == null || quantity < 1 || quantity > SubscriptionChange.MOST_SEATS
                ? Optional.of("New number of seats: from 1 to %d.".formatted(SubscriptionChange.MOST_SEATS))
                : Optional.empty();
    }

    private static Optional<String> problemWithProposal(Plan plan, @Nullable String agent) {
        if (plan.detail == null) {
            return Optional.of("What exactly is to be done: required for an action that a second person approves.");
        }
        return agent == null
                ? Optional.of("Assign the task to yourself before you propose what a second person approves.")
                : Optional.empty();
    }

    /** What no form offers. */
    private static Optional<String> impossibleIn(Plan plan) {
        if (plan.action != null && plan.action.length() > 40) {
            return Optional.of("Action: choose one.");
        }
        if (plan.detail != null && plan.detail.length() > AgentText.MAXIMUM) {
            return Optional.of("What exactly is to be done: at most %d characters, these are %d."
                    .formatted(AgentText.MAXIMUM, plan.detail.length()));
        }
        return plan.amount != null && (plan.amount.signum() < 0 || plan.amount.compareTo(HIGHEST_AMOUNT) > 0)
                ? Optional.of("Amount: from 0 to %s.".formatted(HIGHEST_AMOUNT.toPlainString()))
                : Optional.empty();
    }
}
