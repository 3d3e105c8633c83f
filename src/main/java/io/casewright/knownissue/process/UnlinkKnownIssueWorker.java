package io.casewright.knownissue.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.process.EngineSteps;
import io.casewright.knownissue.application.EndKnownIssue;
import org.springframework.stereotype.Component;

@Component
public class UnlinkKnownIssueWorker {

    private final EndKnownIssue endKnownIssue;

    UnlinkKnownIssueWorker(EndKnownIssue endKnownIssue) {
        this.endKnownIssue = endKnownIssue;
    }

    public record Input(String caseNumber, String knownIssue) {}

    @JobWorker(type = "casefile.unlinkKnownIssue")
    public void unlinkKnownIssue(ActivatedJob job, @VariablesAsType Input input) {
        endKnownIssue.takeBack(new CaseNumber(input.caseNumber), input.knownIssue, EngineSteps.of(job));
    }
}
