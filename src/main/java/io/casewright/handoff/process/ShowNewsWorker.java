package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.ShowNews;
import org.springframework.stereotype.Component;

@Component
public class ShowNewsWorker {

    private final ShowNews showNews;

    ShowNewsWorker(ShowNews showNews) {
        this.showNews = showNews;
    }

    public record Input(String ticketReference) {}

    @JobWorker(type = "handoff.showNews")
    public ShownTicket showNews(ActivatedJob job, @VariablesAsType Input input) {
        return ShownTicket.of(showNews.show(input.ticketReference, job.getProcessInstanceKey()));
    }
}
