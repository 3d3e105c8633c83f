package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.CancelTickets;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordClosingWorker {

    private final CancelTickets cancelTickets;
    private final Doers doers;

    RecordClosingWorker(CancelTickets cancelTickets, Doers doers) {
        this.cancelTickets = cancelTickets;
        this.doers = doers;
    }

    public record Input(String ticketReference, @Nullable String closedThere) {}

    public record Output(boolean closingAccepted, String closingProblem) {}

    @JobWorker(type = "handoff.recordClosing")
    public Output recordClosing(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var how = FormValues.choice(CancelTickets.Closing.class, input.closedThere);
        var refusal = cancelTickets.confirm(input.ticketReference, how, agent, HandOffSteps.of(job));
        return new Output(refusal.isEmpty(), refusal.orElse(""));
    }
}
