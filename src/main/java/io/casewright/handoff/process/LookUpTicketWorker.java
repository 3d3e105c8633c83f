package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.LookUpTicket;
import org.springframework.stereotype.Component;

@Component
public class LookUpTicketWorker {

    private final LookUpTicket lookUpTicket;

    LookUpTicketWorker(LookUpTicket lookUpTicket) {
        this.lookUpTicket = lookUpTicket;
    }

    public record Input(String ticketReference) {}

    @JobWorker(type = "handoff.lookUpTicket")
    public ShownTicket lookUpTicket(ActivatedJob job, @VariablesAsType Input input) {
        return ShownTicket.of(lookUpTicket.show(input.ticketReference));
    }
}
