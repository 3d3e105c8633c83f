package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.JoinOpenCase;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class JoinOpenCaseWorker {

    private final JoinOpenCase joinOpenCase;

    JoinOpenCaseWorker(JoinOpenCase joinOpenCase) {
        this.joinOpenCase = joinOpenCase;
    }

    public record Input(String caseNumber, String duplicateOf) {}

    @JobWorker(type = "casefile.joinOpenCase")
    public void joinOpenCase(ActivatedJob job, @VariablesAsType Input input) {
        joinOpenCase.join(new CaseNumber(input.caseNumber), new CaseNumber(input.duplicateOf), EngineSteps.of(job));
    }
}
