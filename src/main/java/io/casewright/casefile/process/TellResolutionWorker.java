package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.TellResolution;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class TellResolutionWorker {

    private final TellResolution tellResolution;

    TellResolutionWorker(TellResolution tellResolution) {
        this.tellResolution = tellResolution;
    }

    public record Input(String caseNumber, String resolution) {}

    /** Nobody works on it while the customer has the word, so what only forms show is taken out. */
    public record Output(
            Instant confirmationDue,
            Instant closingReminderAt,
            String waitKey,
            @Nullable String contactName,
            @Nullable String requestText,
            @Nullable String findings,
            @Nullable String resolution) {}

    @JobWorker(type = "casefile.tellResolution")
    public Output tellResolution(ActivatedJob job, @VariablesAsType Input input) {
        var told = tellResolution.tell(new CaseNumber(input.caseNumber), input.resolution, EngineSteps.of(job));
        return new Output(told.due(), told.reminderAt(), told.waitKey(), null, null, null, null);
    }
}
