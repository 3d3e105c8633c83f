package io.casewright.knownissue.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.process.EngineSteps;
import io.casewright.knownissue.application.LinkKnownIssue;
import org.springframework.stereotype.Component;

@Component
public class LinkKnownIssueWorker {

    private final LinkKnownIssue linkKnownIssue;

    LinkKnownIssueWorker(LinkKnownIssue linkKnownIssue) {
        this.linkKnownIssue = linkKnownIssue;
    }

    public record Input(String caseNumber) {}

    /** @param waitKey names this wait apart from others of the case */
    public record Output(String waitKey) {}

    @JobWorker(type = "casefile.linkKnownIssue")
    public Output linkKnownIssue(ActivatedJob job, @VariablesAsType Input input) {
        return new Output(linkKnownIssue.link(new CaseNumber(input.caseNumber), EngineSteps.of(job)));
    }
}
