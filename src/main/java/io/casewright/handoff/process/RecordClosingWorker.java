package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.handoff.application.CancelTickets;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordClosingWorker {

    private final CancelTickets cancelTickets;
    private final Agents agents;

    RecordClosingWorker(CancelTickets cancelTickets, Agents agents) {
        this.cancelTickets = cancelTickets;
        this.agents = agents;
    }

    public record Input(String ticketReference, @Nullable String closedThere) {}

    @JobWorker(type = "handoff.recordClosing")
    public void recordClosing(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_CloseTicket")
                .orElse(null);
        String how = FormValues.text(input.closedThere);
        cancelTickets.confirm(input.ticketReference, how == null ? "not said" : how, agent, HandOffSteps.of(job));
    }
}
