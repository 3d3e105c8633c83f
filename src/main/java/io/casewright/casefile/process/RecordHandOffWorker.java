package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordHandOffWorker {

    private final HandOffCase handOffCase;
    private final Agents agents;

    RecordHandOffWorker(HandOffCase handOffCase, Agents agents) {
        this.handOffCase = handOffCase;
        this.agents = agents;
    }

    public record Input(
            String caseNumber,
            @Nullable String ticketText,
            @Nullable String vendorTicket,
            HandOffRoute route) {}

    public record Output(boolean handOffAccepted, String handOffProblem) {}

    @JobWorker(type = "casefile.recordHandOff")
    public Output recordHandOff(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_PrepareHandOff")
                .orElse(null);
        var refusal = handOffCase.record(
                new CaseNumber(input.caseNumber),
                FormValues.text(input.ticketText),
                FormValues.text(input.vendorTicket),
                input.route.handOffTarget(),
                agent,
                EngineSteps.of(job));
        return new Output(refusal.isEmpty(), refusal.orElse(""));
    }
}
