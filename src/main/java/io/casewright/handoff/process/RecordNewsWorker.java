package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.FollowTicket;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordNewsWorker {

    private final FollowTicket followTicket;
    private final Doers doers;

    RecordNewsWorker(FollowTicket followTicket, Doers doers) {
        this.followTicket = followTicket;
        this.doers = doers;
    }

    public record Input(
            String ticketReference,
            @Nullable String newsKind,
            @Nullable String newsText) {

        FollowTicket.@Nullable News news() {
            return FormValues.choice(FollowTicket.News.class, newsKind);
        }
    }

    /** What was recorded is cleared for the next news. */
    public record Output(
            boolean ticketClosed,
            @Nullable String newsKind,
            @Nullable String newsText) {}

    @JobWorker(type = "handoff.recordNews")
    public Output recordNews(ActivatedJob job, @VariablesAsType Input input) {
        boolean closed = followTicket.take(
                input.ticketReference,
                input.news(),
                FormValues.text(input.newsText),
                doers.before(job),
                HandOffSteps.of(job));
        return new Output(closed, null, null);
    }
}
