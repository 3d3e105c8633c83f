package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordRelayWorker {

    private final HandOffCase handOffCase;
    private final Doers doers;

    RecordRelayWorker(HandOffCase handOffCase, Doers doers) {
        this.handOffCase = handOffCase;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String ticketSolves,
            @Nullable String relayText,
            @Nullable String vendorWords) {}

    /** @param relayText what the customer is told; nothing when the case goes back to its diagnosis */
    public record Output(String handOffResult, @Nullable String relayText) {}

    @JobWorker(type = "casefile.recordRelay")
    public Output recordRelay(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var solves = FormValues.answer(input.ticketSolves);
        handOffCase.relay(
                new CaseNumber(input.caseNumber),
                solves,
                FormValues.text(input.relayText),
                FormValues.text(input.vendorWords),
                agent,
                EngineSteps.of(job));
        return Boolean.TRUE.equals(solves) ? new Output("SOLVED", input.relayText) : new Output("NOT_SOLVED", null);
    }
}
