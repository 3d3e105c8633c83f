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

    private final CaseSteps steps;
    private final PlannedActions actions;

    RecordApproval(CaseSteps steps, PlannedActions actions) {
        this.steps = steps;
        this.actions = actions;
    }

    /** Why the decision does not count, if it does not; whether the action may be carried out. */
    public record Decision(Optional<String> refusal, boolean approved) {}

    /** Why the report was refused, if it was; whether the action took effect. */
    public record Report(Optional<String> refusal, boolean carriedOut) {}

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

    /** Records whether the approved action took effect. */
    @Transactional
    public Report report(
            CaseNumber number, @Nullable Boolean done, @Nullable String reason, @Nullable String agent, Step step) {
        var found = steps.find(number);
        boolean carriedOut = Boolean.TRUE.equals(done);
        String why = reason == null ? "The action was not carried out; no reason was given." : reason;
        steps.once(found, step, supportCase -> {
            latestOf(supportCase).end(carriedOut);
            steps.record(
                    supportCase,
                    carriedOut ? Kind.CARRIED_OUT : Kind.FAILED,
                    Actor.agent(agent),
                    step,
                    carriedOut ? null : why);
        });
        return new Report(carriedOut ? Optional.empty() : Optional.of(why), carriedOut);
    }

    private PlannedAction latestOf(SupportCase supportCase) {
        return actions.findFirstByCaseIdOrderByIdDesc(supportCase.id())
                .orElseThrow(
                        () -> new IllegalStateException("Case " + supportCase.number() + " has no planned action"));
    }
}
