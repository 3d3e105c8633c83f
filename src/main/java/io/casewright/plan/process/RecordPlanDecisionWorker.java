package io.casewright.plan.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.plan.application.DecidePlanChange;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordPlanDecisionWorker {

    private final DecidePlanChange decide;
    private final Doers doers;

    RecordPlanDecisionWorker(DecidePlanChange decide, Doers doers) {
        this.decide = decide;
        this.doers = doers;
    }

    public record Input(
            String planChange,
            @Nullable String approved,
            @Nullable String approvalReason) {}

    @JobWorker(type = "plan.recordPlanDecision")
    public void recordPlanDecision(ActivatedJob job, @VariablesAsType Input input) {
        decide.decide(
                input.planChange,
                FormValues.answer(input.approved),
                FormValues.text(input.approvalReason),
                doers.signedBefore(job));
    }
}
