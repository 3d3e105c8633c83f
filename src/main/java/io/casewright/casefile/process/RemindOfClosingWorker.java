package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RemindOfClosing;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RemindOfClosingWorker {

    private final RemindOfClosing remindOfClosing;

    RemindOfClosingWorker(RemindOfClosing remindOfClosing) {
        this.remindOfClosing = remindOfClosing;
    }

    public record Input(String caseNumber) {}

    /** @param closingReminderAt none: one reminder is enough */
    public record Output(@Nullable Instant closingReminderAt) {}

    @JobWorker(type = "casefile.remindOfClosing")
    public Output remindOfClosing(ActivatedJob job, @VariablesAsType Input input) {
        remindOfClosing.remind(new CaseNumber(input.caseNumber), EngineSteps.of(job));
        return new Output(null);
    }
}
