package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.CheckServiceHealth;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CheckServiceHealthWorker {

    private final CheckServiceHealth checkServiceHealth;

    CheckServiceHealthWorker(CheckServiceHealth checkServiceHealth) {
        this.checkServiceHealth = checkServiceHealth;
    }

    public record Input(String caseNumber) {}

    /** @param nextStep what comes next when the case waits with an issue already; else it is still to be found out */
    public record Output(
            String healthSummary,
            @Nullable String knownIssue,
            boolean issueLinked,
            @Nullable String nextStep,
            String cameBack,
            @JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.checkServiceHealth")
    public Output checkServiceHealth(ActivatedJob job, @VariablesAsType Input input) {
        var health = checkServiceHealth.check(new CaseNumber(input.caseNumber), EngineSteps.of(job));
        return new Output(
                health.summary(),
                health.proposed().orElse(null),
                health.linked(),
                health.linked() ? NextStep.KNOWN_ISSUE.word() : null,
                health.cameBack(),
                health.facts());
    }
}
