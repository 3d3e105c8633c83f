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
            @Nullable String newsText) {}

    /** What was recorded is cleared for the next news; what was refused stays for the form. */
    public record Output(
            boolean ticketClosed,
            String newsProblem,
            @Nullable String newsKind,
            @Nullable String newsText) {}

    @JobWorker(type = "handoff.recordNews")
    public Output recordNews(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var news = FormValues.choice(FollowTicket.News.class, input.newsKind);
        var taken = followTicket.take(
                input.ticketReference, news, FormValues.text(input.newsText), agent, HandOffSteps.of(job));
        return taken.refusal() == null
                ? new Output(taken.closed(), "", null, null)
                : new Output(false, taken.refusal(), input.newsKind, input.newsText);
    }
}
