package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RegisterCase;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class RegisterCaseWorker {

    private final RegisterCase registerCase;

    RegisterCaseWorker(RegisterCase registerCase) {
        this.registerCase = registerCase;
    }

    public record Input(String caseNumber) {}

    @JobWorker(type = "casefile.registerCase")
    public CaseFacts registerCase(ActivatedJob job, @VariablesAsType Input input) {
        return registerCase.register(
                new CaseNumber(input.caseNumber), job.getProcessInstanceKey(), EngineSteps.of(job));
    }
}
