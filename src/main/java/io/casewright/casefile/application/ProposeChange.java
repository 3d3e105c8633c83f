package io.casewright.casefile.application;

import io.casewright.casefile.application.RecordResolution.Plan;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.PlannedChange;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.PlannedActions;
import io.casewright.platform.text.Money;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an action that one person may not do alone before a second one. */
@Service
public class ProposeChange {

    private final CaseSteps steps;
    private final PlannedActions actions;
    private final RecordResolution resolutions;

    ProposeChange(CaseSteps steps, PlannedActions actions, RecordResolution resolutions) {
        this.steps = steps;
        this.actions = actions;
        this.resolutions = resolutions;
    }

    /**
     * What the second person sees of it.
     *
     * @param amount as it was understood; empty when none was named
     * @param change what the system changes once it is approved; empty when a person does it
     */
    public record Proposal(String proposedBy, String amount, String change) {}

    /**
     * Keeps the proposal.
     *
     * @param actionWords the action, as the form calls it
     * @throws Overtaken when there is a problem with the plan meanwhile
     */
    @Transactional
    public Proposal propose(CaseNumber number, Plan plan, String actionWords, @Nullable String agent, Step step) {
        var found = steps.find(number);
        if (!steps.hasActed(found, step)) {
            Overtaken.failOn(number, resolutions.problemWith(found, plan, agent));
            keep(found, plan, actionWords, Objects.requireNonNull(agent), step);
        }
        return shown(actions.latestOf(found));
    }

    private void keep(SupportCase found, Plan plan, String actionWords, String agent, Step step) {
        var action = new PlannedAction(found.id(), Objects.requireNonNull(plan.action()), plan.detail(), agent);
        try {
            resolutions.money(found, plan.amount()).ifPresent(action::costing);
            plan.changeInFull().ifPresent(action::changing);
        } catch (NotUnderstood e) {
            throw new IllegalStateException("The plan has no problem, but its numbers are not understood", e);
        }
        actions.save(action);
        var shown = shown(action);
        steps.record(
                found,
                Kind.PROPOSED,
                Actor.agent(agent),
                step,
                Stream.of(actionWords, shown.amount, shown.change)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", "))
                        + ": " + plan.detail());
    }

    private static Proposal shown(PlannedAction action) {
        return new Proposal(
                action.proposedBy(),
                action.cost().map(Money::toString).orElse(""),
                action.change().map(ProposeChange::wordsFor).orElse(""));
    }

    private static String wordsFor(PlannedChange change) {
        return Optional.ofNullable(change.quantity())
                .map(seats -> "%s, then %d seats".formatted(change.subscriptionName(), seats))
                .orElse(change.subscriptionName());
    }
}
