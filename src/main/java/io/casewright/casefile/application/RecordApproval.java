package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.PlannedActions;
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

    /** Why the decision does not count, if it does not; whether the action may be carried out. */
    public record Decision(Optional<String> refusal, boolean approved) {}

    /** Why the report was refused, if it was; whether the action took effect, and why not if it did not. */
    public record Report(Optional<String> refusal, boolean carriedOut, Optional<String> failure) {}

    /**
     * Records the decision.
     *
     * @param approved null when the form did not say
     * @param agent login of who decided; the decision does not count without it
     */
    @Transactional
    public Decision decide(
            CaseNumber number, @Nullable Boolean approved, @Nullable String reason, @Nullable String agent, Step step) {
        var found = steps.find(number);
        if (found.status().isEnded()) {
            return new Decision(Optional.of("The case is %s meanwhile.".formatted(found.status())), false);
        }
        if (agent == null) {
            return new Decision(Optional.of("Assign the task to yourself before you decide."), false);
        }
        var action = latestOf(found);
        var refusal =
                action.state() == PlannedAction.State.PROPOSED ? action.objectionTo(agent) : Optional.<String>empty();
        if (refusal.isEmpty() && approved == null) {
            refusal = Optional.of("Approve the action: choose one.");
        }
        if (refusal.isEmpty() && Boolean.FALSE.equals(approved) && reason == null) {
            refusal = Optional.of("Reason: required when the action is not approved.");
        }
        if (refusal.isPresent() || approved == null) {
            return new Decision(refusal, false);
        }
        steps.once(found, step, supportCase -> {
            action.decide(approved, agent);
            steps.record(supportCase, approved ? Kind.APPROVED : Kind.DECLINED, Actor.agent(agent), step, reason);
        });
        return new Decision(Optional.empty(), action.state() != PlannedAction.State.DECLINED);
    }

    /**
     * Records whether the approved action took effect. Where that was read back, no answer is needed and none counts.
     *
     * @param done null when the form did not say
     * @param resolution words for the customer, required when it took effect
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
        if (latestOf(found).isReadBack()) {
            var words = AgentText.problemWith(WORDS, resolution);
            return new Report(words, words.isEmpty(), Optional.empty());
        }
        var refusal = problemWith(done, resolution);
        if (refusal.isPresent() || done == null) {
            return new Report(refusal, false, Optional.empty());
        }
        boolean carriedOut = done;
        String why = reason == null ? "The action was not carried out; no reason was given." : AgentText.cut(reason);
        steps.once(found, step, supportCase -> {
            latestOf(supportCase).end(carriedOut);
            steps.record(
                    supportCase,
                    carriedOut ? Kind.CARRIED_OUT : Kind.FAILED,
                    Actor.agent(agent),
                    step,
                    carriedOut ? null : why);
        });
        return new Report(Optional.empty(), carriedOut, carriedOut ? Optional.empty() : Optional.of(why));
    }

    /** What was done counts even if the case ended meanwhile. */
    private static Optional<String> problemWith(@Nullable Boolean done, @Nullable String resolution) {
        if (done == null) {
            return Optional.of("Did it take effect: choose one.");
        }
        return done ? AgentText.problemWith(WORDS, resolution) : Optional.empty();
    }

    private PlannedAction latestOf(SupportCase supportCase) {
        return actions.findFirstByCaseIdOrderByIdDesc(supportCase.id())
                .orElseThrow(
                        () -> new IllegalStateException("Case " + supportCase.number() + " has no planned action"));
    }
}
