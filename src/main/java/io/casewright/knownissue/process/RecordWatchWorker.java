package io.casewright.knownissue.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.process.EngineSteps;
import io.casewright.knownissue.application.WatchKnownIssue;
import io.casewright.knownissue.application.WatchKnownIssue.Choice;
import io.casewright.knownissue.application.WatchedIssue;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordWatchWorker {

    private final WatchKnownIssue watchKnownIssue;
    private final Doers doers;

    RecordWatchWorker(WatchKnownIssue watchKnownIssue, Doers doers) {
        this.watchKnownIssue = watchKnownIssue;
        this.doers = doers;
    }

    /**
     * @param newsSeenAt time of the notice that the form showed; a later one may have come while the agent wrote
     * @param issueNewsAt time of the newest notice, which counts where the form does not say what it showed
     */
    public record Input(
            String caseNumber,
            String knownIssue,
            @Nullable String watchChoice,
            @Nullable String newsText,
            @Nullable String newsSeenAt,
            @Nullable String issueNewsAt) {

        @Nullable
        Choice choice() {
            return FormValues.choice(Choice.class, watchChoice);
        }
    }

    /** The answers are cleared once they are used, so that the next form starts empty. */
    public record Output(
            boolean stillWaiting,
            @Nullable String watchChoice,
            @Nullable String newsText,
            @Nullable String newsSeenAt,
            @JsonUnwrapped WatchedIssue issue) {}

    @JobWorker(type = "casefile.recordWatch")
    public Output recordWatch(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var outcome = watchKnownIssue.decide(
                new CaseNumber(input.caseNumber),
                input.knownIssue,
                input.choice(),
                FormValues.text(input.newsText),
                time(input.newsSeenAt == null ? input.issueNewsAt : input.newsSeenAt),
                agent,
                EngineSteps.of(job));
        return new Output(outcome.waiting(), null, null, null, outcome.issue());
    }

    /** A form can send anything. */
    private static @Nullable Instant time(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
