package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.PerformAction;
import io.casewright.casefile.application.PerformAction.Outcome;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class PerformActionWorker {

    private final PerformAction performAction;

    PerformActionWorker(PerformAction performAction) {
        this.performAction = performAction;
    }

    public record Input(String caseNumber) {}

    public record Output(
            @Nullable String performOutcome,
            boolean actionPerformed,
            String performReport,
            @Nullable Instant lookAgainAt,
            String resolutionProblem) {}

    @JobWorker(type = "casefile.performAction")
    public Output performAction(ActivatedJob job, @VariablesAsType Input input) {
        var performed = performAction.perform(new CaseNumber(input.caseNumber), EngineSteps.of(job));
        boolean refused = performed.outcome() == Outcome.REFUSED;
        return new Output(
                FormValues.word(performed.outcome()),
                performed.outcome() == Outcome.PERFORMED,
                performed.report(),
                performed.lookAgainAt(),
                refused ? performed.report() : "");
    }
}
