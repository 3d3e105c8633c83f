package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordResolutionWorker {

    private final RecordResolution recordResolution;
    private final Agents agents;

    RecordResolutionWorker(RecordResolution recordResolution, Agents agents) {
        this.recordResolution = recordResolution;
        this.agents = agents;
    }

    public record Input(
            String caseNumber,
            @Nullable String category,
            @Nullable String action,
            @Nullable String actionDetail,
            @Nullable BigDecimal amount,
            @Nullable String resolution,
            Approval approval) {}

    public record Output(
            boolean resolutionAccepted,
            String resolutionProblem,
            boolean approvalNeeded,
            boolean workSolved,
            @Nullable String approvalProblem) {}

    @JobWorker(type = "casefile.recordResolution")
    public Output recordResolution(ActivatedJob job, @VariablesAsType Input input) {
        var plan = new RecordResolution.Plan(
                FormValues.text(input.action),
                FormValues.text(input.actionDetail),
                input.amount,
                FormValues.text(input.resolution),
                input.approval.approvalNeeded());
        long process = job.getProcessInstanceKey();
        String task = taskOf(input.category);
        String agent = (plan.approvalNeeded() ? agents.whoCompleted(process, task) : agents.whoDid(process, task))
                .orElse(null);
        var outcome = recordResolution.record(new CaseNumber(input.caseNumber), plan, agent, EngineSteps.of(job));
        return new Output(
                outcome.refusal().isEmpty(),
                outcome.refusal().orElse(""),
                outcome.approvalNeeded(),
                outcome.solved() && !outcome.approvalNeeded(),
                null);
    }

    /** Each kind of support has a task of its own. */
    private static String taskOf(@Nullable String category) {
        return switch (category) {
            case "billing" -> "userTask_ResolveBillingCase";
            case "subscription" -> "userTask_ResolveSubscriptionCase";
            case null, default -> "userTask_ResolveTechnicalCase";
        };
    }
}
