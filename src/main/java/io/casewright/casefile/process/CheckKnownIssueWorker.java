package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.application.WatchKnownIssue;
import io.casewright.casefile.application.WatchedIssue;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
public class CheckKnownIssueWorker {

    private static final Logger log = LoggerFactory.getLogger(CheckKnownIssueWorker.class);

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
            hurry(job.getProcessInstanceKey(), look.issue());
        }
        return new Output(
                look.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                input.newsText == null ? look.news().orElse(null) : input.newsText,
                look.issue());
    }

    /** The next look hurries again; until then the case must not miss the end of its issue. */
    private void hurry(long processInstanceKey, WatchedIssue issue) {
        try {
            tasks.hurry(processInstanceKey, Instant.parse(issue.watchDue()), issue.watchPriority());
        } catch (ClientException e) {
            log.warn(
                    "The engine does not re-plan the task of instance {} now: {}",
                    processInstanceKey,
                    e.getClass().getSimpleName());
        }
    }
}
