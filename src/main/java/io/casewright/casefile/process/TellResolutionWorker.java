package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.TellResolution;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class TellResolutionWorker {

    private final TellResolution tellResolution;

    TellResolutionWorker(TellResolution tellResolution) {
        this.tellResolution = tellResolution;
    }

    public record Input(String caseNumber, String resolution) {}

    public record Output(Instant confirmationDue) {}

    @JobWorker(type = "casefile.tellResolution")
    public Output tellResolution(ActivatedJob job, @VariablesAsType Input input) {
        return new Output(tellResolution.tell(new CaseNumber(input.caseNumber), input.resolution, EngineSteps.of(job)));
    }
}
