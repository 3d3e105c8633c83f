package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.CloseAtDesk;
import org.springframework.stereotype.Component;

@Component
public class CloseAtDeskWorker {

    private final CloseAtDesk closeAtDesk;

    CloseAtDeskWorker(CloseAtDesk closeAtDesk) {
        this.closeAtDesk = closeAtDesk;
    }

    public record Input(String ticketReference) {}

    /** @param deskProblem why a person has to close it; empty when there is no desk to ask */
    public record Output(boolean closedAtDesk, String deskProblem) {}

    @JobWorker(type = "handoff.closeAtDesk")
    public Output closeAtDesk(ActivatedJob job, @VariablesAsType Input input) {
        var closed = closeAtDesk.close(input.ticketReference, HandOffSteps.of(job));
        return new Output(closed.closed(), closed.refusal());
    }
}
