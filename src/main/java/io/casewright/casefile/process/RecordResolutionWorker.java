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

    /**
     * What the form says, and what the decision says of it.
     *
     * @param resolution words for the customer
     * @param backReason why the case goes back to its diagnosis, for colleagues
     */
    public record Input(
            String caseNumber,
            @Nullable String action,
            @Nullable String actionDetail,
            @Nullable BigDecimal amount,
            @Nullable String resolution,
            @Nullable String subscription,
            @Nullable Integer newQuantity,
            @Nullable List<SubscriptionChoice> subscriptionChoices,
            @Nullable Approval approval,
            @Nullable String backReason) {

        /** Forms of before have one field for both. */
        private @Nullable String reason() {
            return FormValues.text(backReason) == null ? FormValues.text(resolution) : FormValues.text(backReason);
        }

        RecordResolution.Plan plan(boolean approvalNeeded) {
            return new RecordResolution.Plan(
                    FormValues.text(action),
                    FormValues.text(actionDetail),
                    amount,
                    RecordResolution.BACK_TO_DIAGNOSIS.equals(action) ? reason() : FormValues.text(resolution),
                    change(),
                    approvalNeeded);
        }

        /** A subscription that was not among the customer's is none. */
        private @Nullable PlannedChange change() {
            String id = FormValues.text(subscription);
            if (id == null || subscriptionChoices == null) {
                return null;
            }
            return subscriptionChoices.stream()
                    .filter(choice -> choice.value().equals(id))
                    .findFirst()
                    .map(choice -> new PlannedChange(id, choice.label(), newQuantity))
                    .orElse(null);
        }
    }

    /** @param resolutionProblem what an earlier plan failed by; taken out of the form */
    public record Output(
            String resolutionProblem,
            boolean approvalNeeded,
            boolean workSolved,
            boolean systemCanAct,
            @Nullable String plannedChange,
            boolean actionPerformed,
            @Nullable String performReport) {}

    @JobWorker(type = "casefile.recordResolution")
    public Output recordResolution(ActivatedJob job, @VariablesAsType Input input) {
        // Without a word of the decision a second person is asked.
        var plan = input.plan(input.approval == null || input.approval.approvalNeeded());
        String agent = doers.before(job);
        var outcome = recordResolution.record(new CaseNumber(input.caseNumber), plan, agent, EngineSteps.of(job));
        return new Output(
                "",
                outcome.approvalNeeded(),
                outcome.solved() && !outcome.approvalNeeded(),
                plan.change() != null,
                plan.change() == null ? null : RecordResolution.wordsFor(plan.change()),
                false,
                null);
    }
}
