package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ProposeChange;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.task.FormWords;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class ProposeChangeWorker {

    private final ProposeChange proposeChange;
    private final FormWords words;
    private final Doers doers;

    ProposeChangeWorker(ProposeChange proposeChange, FormWords words, Doers doers) {
        this.proposeChange = proposeChange;
        this.words = words;
        this.doers = doers;
    }

    /** @param approval what the decision said of the action */
    public record Input(
            String caseNumber,
            @JsonUnwrapped PlanAnswers answers,
            @Nullable Approval approval) {}

    /**
     * What the second person sees, and what the process routes on.
     *
     * @param actionWords the action, as the form calls it
     * @param amountUnderstood with its currency; empty when none was typed
     * @param approvalWhy why one person may not do it alone
     * @param plannedChange what the system changes; empty when a person does it
     * @param actionCarriedOut not yet
     * @param actionPerformed not yet
     */
    public record Output(
            String actionWords,
            String amountUnderstood,
            String proposedBy,
            String approvalWhy,
            String plannedChange,
            boolean systemCanAct,
            boolean actionCarriedOut,
            boolean actionPerformed,
            @Nullable String performReport) {}

    @JobWorker(type = "casefile.proposeChange")
    public Output proposeChange(ActivatedJob job, @VariablesAsType Input input) {
        var plan = input.answers.plan(true);
        String actionWords = words.ofChoice("action", String.valueOf(plan.action()));
        var proposal = proposeChange.propose(
                new CaseNumber(input.caseNumber), plan, actionWords, doers.before(job), EngineSteps.of(job));
        return new Output(
                actionWords,
                proposal.amount(),
                proposal.proposedBy(),
                Approval.reasonOf(input.approval),
                proposal.change(),
                !proposal.change().isEmpty(),
                false,
                false,
                null);
    }
}
