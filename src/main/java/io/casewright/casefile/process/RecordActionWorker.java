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
public class RecordActionWorker {

    private final RecordApproval recordApproval;
    private final Doers doers;

    RecordActionWorker(RecordApproval recordApproval, Doers doers) {
        this.recordApproval = recordApproval;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String carriedOut,
            @Nullable String resolution,
            @Nullable String failureReason) {}

    /** @param resolutionProblem what went wrong, for who plans anew; empty when nothing did */
    public record Output(boolean actionCarriedOut, String resolutionProblem) {}

    @JobWorker(type = "casefile.recordAction")
    public Output recordAction(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var report = recordApproval.report(
                new CaseNumber(input.caseNumber),
                FormValues.answer(input.carriedOut),
                FormValues.text(input.resolution),
                FormValues.text(input.failureReason),
                agent,
                EngineSteps.of(job));
        return new Output(report.carriedOut(), report.failure().orElse(""));
    }
}
