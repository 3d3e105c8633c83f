package io.casewright.statement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.platform.engine.FormValues;
import io.casewright.statement.application.DecideStatement;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordStatementDecisionWorker {

    private final DecideStatement decide;
    private final Doers doers;

    RecordStatementDecisionWorker(DecideStatement decide, Doers doers) {
        this.decide = decide;
        this.doers = doers;
    }

    public record Input(
            String statement,
            @Nullable String approved,
            @Nullable String approvalReason) {}

    @JobWorker(type = "statement.recordStatementDecision")
    public void recordStatementDecision(ActivatedJob job, @VariablesAsType Input input) {
        decide.decide(
                input.statement,
                FormValues.answer(input.approved),
                FormValues.text(input.approvalReason),
                doers.signedBefore(job));
    }
}
