package io.casewright.knownissue.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.knownissue.application.WatchKnownIssue;
import io.casewright.knownissue.application.WatchedIssue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CheckKnownIssueWorker {

    private final WatchKnownIssue watchKnownIssue;
    private final OpenTasks tasks;

    CheckKnownIssueWorker(WatchKnownIssue watchKnownIssue, OpenTasks tasks) {
        this.watchKnownIssue = watchKnownIssue;
        this.tasks = tasks;
    }

    public record Input(
            String caseNumber, String knownIssue, @Nullable String newsText) {}

    /** @param newsText what an agent wrote and was refused stays; else a text to begin with when there are news */
    public record Output(
            String issueState,
            @Nullable String newsText,
            @JsonUnwrapped WatchedIssue issue) {}

    @JobWorker(type = "casefile.checkKnownIssue")
    public Output checkKnownIssue(ActivatedJob job, @VariablesAsType Input input) {
        var look = watchKnownIssue.look(new CaseNumber(input.caseNumber), input.knownIssue);
        if (!look.issue().watchDue().isEmpty()) {
            tasks.hurry(
                    job.getProcessInstanceKey(),
                    Instant.parse(look.issue().watchDue()),
                    look.issue().watchPriority());
        }
        return new Output(
                look.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                input.newsText == null ? look.news().orElse(null) : input.newsText,
                look.issue());
    }
}
