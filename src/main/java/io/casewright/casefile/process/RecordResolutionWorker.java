package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.application.SubscriptionChoice;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedChange;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordResolutionWorker {

    private final RecordResolution recordResolution;
    private final Doers doers;

    RecordResolutionWorker(RecordResolution recordResolution, Doers doers) {
        this.recordResolution = recordResolution;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String action,
            @Nullable String actionDetail,
            @Nullable BigDecimal amount,
            @Nullable String resolution,
            @Nullable String subscription,
            @Nullable Integer newQuantity,
            @Nullable List<SubscriptionChoice> subscriptionChoices,
            Approval approval) {}

    public record Output(
            boolean resolutionAccepted,
            String resolutionProblem,
            boolean approvalNeeded,
            boolean workSolved,
            boolean systemCanAct,
            @Nullable String plannedChange,
            boolean actionPerformed,
            @Nullable String performReport,
            @Nullable String approvalProblem) {}

    @JobWorker(type = "casefile.recordResolution")
    public Output recordResolution(ActivatedJob job, @VariablesAsType Input input) {
        var plan = new RecordResolution.Plan(
                FormValues.text(input.action),
                FormValues.text(input.actionDetail),
                input.amount,
                FormValues.text(input.resolution),
                changeOf(input),
                input.approval.approvalNeeded());
        String agent = doers.before(job);
        var outcome = recordResolution.record(new CaseNumber(input.caseNumber), plan, agent, EngineSteps.of(job));
        return new Output(
                outcome.refusal().isEmpty(),
                outcome.refusal().orElse(""),
                outcome.approvalNeeded(),
                outcome.solved() && !outcome.approvalNeeded(),
                plan.change() != null,
                plan.change() == null ? null : RecordResolution.wordsFor(plan.change()),
                false,
                null,
                null);
    }

    /** A subscription that was not among the customer's is none. */
    private static @Nullable PlannedChange changeOf(Input input) {
        String id = FormValues.text(input.subscription);
        if (id == null || input.subscriptionChoices == null) {
            return null;
        }
        return input.subscriptionChoices.stream()
                .filter(choice -> choice.value().equals(id))
                .findFirst()
                .map(choice -> new PlannedChange(id, choice.label(), input.newQuantity))
                .orElse(null);
    }
}
