package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RecordApproval;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordApprovalWorker {

    private final RecordApproval recordApproval;
    private final Doers doers;

    RecordApprovalWorker(RecordApproval recordApproval, Doers doers) {
        this.recordApproval = recordApproval;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String approved,
            @Nullable String approvalReason) {}

    /** The answer itself is taken out of the form: whoever is asked next must not find it ticked. */
    public record Output(
            boolean actionApproved,
            @Nullable String resolutionProblem,
            @Nullable String approved,
            @Nullable String approvalReason) {}

    @JobWorker(type = "casefile.recordApproval")
    public Output recordApproval(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.signedBefore(job);
        String reason = FormValues.text(input.approvalReason);
        boolean approved = recordApproval.decide(
                new CaseNumber(input.caseNumber),
                FormValues.answer(input.approved),
                reason,
                agent,
                EngineSteps.of(job));
        return new Output(approved, approved ? "" : reason, null, null);
    }
}
