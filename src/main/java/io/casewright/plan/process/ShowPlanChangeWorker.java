package io.casewright.plan.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.casewright.plan.application.DecidePlanChange;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class ShowPlanChangeWorker {

    private final DecidePlanChange decide;

    ShowPlanChangeWorker(DecidePlanChange decide) {
        this.decide = decide;
    }

    public record Input(String planChange) {}

    public record Output(
            String planName,
            String planDifference,
            String planValidFrom,
            String planProposedBy,
            String planLink,
            Instant planTaskDue) {}

    @JobWorker(type = "plan.showPlanChange")
    public Output showPlanChange(@VariablesAsType Input input) {
        var facts = decide.show(input.planChange);
        return new Output(
                facts.planName(),
                facts.planDifference(),
                facts.planValidFrom(),
                facts.planProposedBy(),
                facts.planLink(),
                facts.decideBy());
    }
}
