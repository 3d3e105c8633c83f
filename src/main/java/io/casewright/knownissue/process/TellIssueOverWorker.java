package io.casewright.knownissue.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.process.EngineSteps;
import io.casewright.knownissue.application.EndKnownIssue;
import org.springframework.stereotype.Component;

@Component
public class TellIssueOverWorker {

    private final EndKnownIssue endKnownIssue;

    TellIssueOverWorker(EndKnownIssue endKnownIssue) {
        this.endKnownIssue = endKnownIssue;
    }

    public record Input(String caseNumber, String knownIssue) {}

    @JobWorker(type = "casefile.tellIssueOver")
    public void tellIssueOver(ActivatedJob job, @VariablesAsType Input input) {
        endKnownIssue.tellOver(new CaseNumber(input.caseNumber), input.knownIssue, EngineSteps.of(job));
    }
}
