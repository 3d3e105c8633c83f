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

    public record Output(boolean closingAccepted, String closingProblem) {}

    @JobWorker(type = "handoff.recordClosing")
    public Output recordClosing(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_CloseTicket")
                .orElse(null);
        var how = FormValues.choice(CancelTickets.Closing.class, input.closedThere);
        var refusal = cancelTickets.confirm(input.ticketReference, how, agent, HandOffSteps.of(job));
        return new Output(refusal.isEmpty(), refusal.orElse(""));
    }
}
