package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.LinkKnownIssue;
import io.casewright.casefile.domain.CaseNumber;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
public class CheckKnownIssueWorker {

    private final LinkKnownIssue linkKnownIssue;

    CheckKnownIssueWorker(LinkKnownIssue linkKnownIssue) {
        this.linkKnownIssue = linkKnownIssue;
    }

    public record Input(String caseNumber, String knownIssue) {}

    public record Output(String issueState) {}

    @JobWorker(type = "casefile.checkKnownIssue")
    public Output checkKnownIssue(ActivatedJob job, @VariablesAsType Input input) {
        var state = linkKnownIssue.look(new CaseNumber(input.caseNumber), input.knownIssue);
        return new Output(state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
