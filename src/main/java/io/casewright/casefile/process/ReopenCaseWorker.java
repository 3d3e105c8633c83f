package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.ReopenCase;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class ReopenCaseWorker {

    private final ReopenCase reopenCase;

    ReopenCaseWorker(ReopenCase reopenCase) {
        this.reopenCase = reopenCase;
    }

    public record Input(String caseNumber) {}

    @JobWorker(type = "casefile.reopenCase")
    public CaseFacts reopenCase(ActivatedJob job, @VariablesAsType Input input) {
        return reopenCase.reopen(new CaseNumber(input.caseNumber), job.getProcessInstanceKey(), EngineSteps.of(job));
    }
}
