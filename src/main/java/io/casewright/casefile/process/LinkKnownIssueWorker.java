package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.LinkKnownIssue;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class LinkKnownIssueWorker {

    private final LinkKnownIssue linkKnownIssue;

    LinkKnownIssueWorker(LinkKnownIssue linkKnownIssue) {
        this.linkKnownIssue = linkKnownIssue;
    }

    public record Input(String caseNumber) {}

    @JobWorker(type = "casefile.linkKnownIssue")
    public void linkKnownIssue(ActivatedJob job, @VariablesAsType Input input) {
        linkKnownIssue.link(new CaseNumber(input.caseNumber), EngineSteps.of(job));
    }
}
