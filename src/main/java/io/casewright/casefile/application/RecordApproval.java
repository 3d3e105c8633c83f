package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.PlannedActions;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what the second person said of a proposed action, and what came of carrying it out. */
@Service
public class RecordApproval {

    private static final String WORDS = "In words for the customer";

    private final CaseSteps steps;
    private final PlannedActions actions;

    RecordApproval(CaseSteps steps, PlannedActions actions) {
        this.steps = steps;
        this.actions = actions;
    }

    /** Whether the action took effect, and why not if it did not. */
    public record Report(boolean carriedOut, Optional<String> failure) {}

    /**
     * Why the decision cannot count, as a sentence for who decides.
     *
     * @param approved null when the form did not say
     * @param agent login of who decides
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWithDecision(
            CaseNumber number, @Nullable Boolean approved, @Nullable String reason, @Nullable String agent) {
        return problemWithDecision(steps.find(number), approved, reason, agent);
    }

    /**
     * Records the decision.
     *
     * @return whether the action may be carried out
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public boolean decide(
            CaseNumber number, @Nullable Boolean approved, @Nullable String reason, @Nullable String agent, Step step) {
        var found = steps.find(number);
        var action = actions.latestOf(found);
        if (!steps.hasActed(found, step)) {
            Overtaken.failOn(number, problemWithDecision(found, approved, reason, agent));
            boolean yes = Boolean.TRUE.equals(approved);
            action.decide(yes, Objects.requireNonNull(agent));
            steps.record(found, yes ? Kind.APPROVED : Kind.DECLINED, Actor.agent(agent), step, reason);
        }
        return action.state() != PlannedAction.State.DECLINED;
    }

    private Optional<String> problemWithDecision(
            SupportCase found, @Nullable Boolean approved, @Nullable String reason, @Nullable String agent) {
        if (found.status().isEnded()) {
            return Optional.of("The case is %s meanwhile.".formatted(found.status()));
        }
        if (agent == null) {
            return Optional.of("Nobody who is logged in at Casewright decided this; decide it at the Desk.");
        }
        var action = actions.latestOf(found);
        var objection =
                action.state() == PlannedAction.State.PROPOSED ? action.objectionTo(agent) : Optional.<String>empty();
        if (objection.isPresent()) {
            return objection;
        }
        if (approved == null) {
            return Optional.of("Approve the action: choose one.");
        }
        return !approved && reason == null
                ? Optional.of("Reason: required when the action is not approved.")
                : Optional.empty();
    }

    /**
     * Why the report cannot be taken, as a sentence for the agent. What was done counts even if the case ended meanwhile; where
     * it was read back, no answer is needed and none counts.
     *
     * @param done null when the form did not say
     * @param resolution words for the customer, required when it took effect
     * @param reason what went wrong, for colleagues, required when it did not
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWithReport(
            CaseNumber number, @Nullable Boolean done, @Nullable String resolution, @Nullable String reason) {
        return problemWithReport(actions.latestOf(steps.find(number)), done, resolution, reason);
    }

    /**
     * Records whether the approved action took effect.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public Report report(
            CaseNumber number,
            @Nullable Boolean done,
            @Nullable String resolution,
            @Nullable String reason,
            @Nullable String agent,
            Step step) {
        var found = steps.find(number);
        var action = actions.latestOf(found);
        Overtaken.failOn(number, problemWithReport(action, done, resolution, reason));
        if (action.isReadBack()) {
            return new Report(true, Optional.empty());
        }
        boolean carriedOut = Boolean.TRUE.equals(done);
        String why = reason == null ? "" : reason;
        steps.once(found, step, supportCase -> {
            action.end(carriedOut);
            steps.record(
                    supportCase,
                    carriedOut ? Kind.CARRIED_OUT : Kind.FAILED,
                    Actor.agent(agent),
                    step,
                    carriedOut ? null : why);
        });
        return new Report(carriedOut, carriedOut ? Optional.empty() : Optional.of(why));
    }

    private static Optional<String> problemWithReport(
            PlannedAction action, @Nullable Boolean done, @Nullable String resolution, @Nullable String reason) {
        if (action.isReadBack()) {
            return AgentText.problemWith(WORDS, resolution);
        }
        if (done == null) {
            return Optional.of("Did it take effect: choose one.");
        }
        return done ? AgentText.problemWith(WORDS, resolution) : AgentText.problemWith("What went wrong", reason);
    }
}
