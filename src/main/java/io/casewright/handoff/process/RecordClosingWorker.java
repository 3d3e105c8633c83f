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

    @JobWorker(type = "handoff.recordClosing")
    public void recordClosing(ActivatedJob job, @VariablesAsType Input input) {
        var how = FormValues.choice(CancelTickets.Closing.class, input.closedThere);
        cancelTickets.confirm(input.ticketReference, how, doers.before(job), HandOffSteps.of(job));
    }
}
