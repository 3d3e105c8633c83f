package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.OpenAtDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class OpenAtDeskWorker {

    private final OpenAtDesk openAtDesk;

    OpenAtDeskWorker(OpenAtDesk openAtDesk) {
        this.openAtDesk = openAtDesk;
    }

    public record Input(String ticketReference, @Nullable String ticketText) {}

    /**
     * @param deskProblem why a person has to open it; empty when there is no desk to ask
     * @param ticketText for a person who has to
     */
    public record Output(
            boolean openedAtDesk,
            String deskProblem,
            @Nullable String vendorNumber,
            @Nullable String ticketText) {}

    @JobWorker(type = "handoff.openAtDesk")
    public Output openAtDesk(ActivatedJob job, @VariablesAsType Input input) {
        var opened = openAtDesk.open(input.ticketReference, HandOffSteps.of(job));
        boolean isOpened = opened.number() != null;
        return new Output(
                isOpened,
                opened.refusal() == null ? "" : opened.refusal(),
                opened.number(),
                isOpened ? null : input.ticketText);
    }
}
