package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.casefile.application.RecordApproval;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordActionWorker {

    private final RecordApproval recordApproval;
    private final Agents agents;

    RecordActionWorker(RecordApproval recordApproval, Agents agents) {
        this.recordApproval = recordApproval;
        this.agents = agents;
    }

    public record Input(
            String caseNumber,
            @Nullable String carriedOut,
            @Nullable String resolution,
            @Nullable String failureReason) {}

    public record Output(
            boolean reportAccepted,
            String reportProblem,
            boolean actionCarriedOut,
            boolean workSolved,
            String resolutionProblem) {}

    @JobWorker(type = "casefile.recordAction")
    public Output recordAction(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_CarryOutAction")
                .orElse(null);
        var report = recordApproval.report(
                new CaseNumber(input.caseNumber),
                FormValues.answer(input.carriedOut),
                FormValues.text(input.resolution),
                FormValues.text(input.failureReason),
                agent,
                EngineSteps.of(job));
        return new Output(
                report.refusal().isEmpty(),
                report.refusal().orElse(""),
                report.carriedOut(),
                report.carriedOut(),
                report.failure().orElse(""));
    }
}
