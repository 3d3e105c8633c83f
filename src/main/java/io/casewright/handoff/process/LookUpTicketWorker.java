package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.LookUpTicket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class LookUpTicketWorker {

    private final LookUpTicket lookUpTicket;

    LookUpTicketWorker(LookUpTicket lookUpTicket) {
        this.lookUpTicket = lookUpTicket;
    }

    public record Input(String ticketReference) {}

    public record Output(
            String customerName,
            String subject,
            String queue,
            int priority,
            Instant taskDue,
            String caseLink,
            String target,
            String channel,
            String ticketLink,
            String ticketTitle,
            String ticketText,
            @Nullable String vendorNumber,
            String statusThere,
            String lastContact,
            String waitReason,
            String lastNote,
            boolean ticketClosed,
            boolean personFollows) {}

    @JobWorker(type = "handoff.lookUpTicket")
    public Output lookUpTicket(ActivatedJob job, @VariablesAsType Input input) {
        var shown = lookUpTicket.show(input.ticketReference);
        var facts = shown.facts();
        var handOff = shown.ticket().handOff();
        return new Output(
                facts.customerName(),
                facts.subject(),
                facts.queue(),
                facts.priority(),
                facts.taskDue(),
                facts.caseLink(),
                handOff.target().name(),
                handOff.channel().name(),
                shown.link(),
                handOff.ticket().title(),
                handOff.ticket().fullText(),
                shown.ticket().vendorNumber().orElse(null),
                shown.standing().status(),
                shown.standing().lastContact(),
                shown.standing().waitReason(),
                shown.lastNote(),
                shown.ticket().hasEnded(),
                shown.ticket().watch().isFollowed());
    }
}
