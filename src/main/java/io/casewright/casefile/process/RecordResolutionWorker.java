package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordResolutionWorker {

    private final RecordResolution recordResolution;

    RecordResolutionWorker(RecordResolution recordResolution) {
        this.recordResolution = recordResolution;
    }

    public record Input(String caseNumber, @Nullable String resolution) {}

    public record Output(
            boolean resolutionAccepted,
            String resolutionProblem,
            @Nullable Instant confirmationDue) {}

    @JobWorker(type = "casefile.recordResolution")
    public Output recordResolution(ActivatedJob job, @VariablesAsType Input input) {
        var outcome = recordResolution.record(
                new CaseNumber(input.caseNumber), FormValues.text(input.resolution), EngineSteps.of(job));
        return new Output(
                outcome.refusal().isEmpty(),
                outcome.refusal().orElse(""),
                outcome.confirmationDue().orElse(null));
    }
}
