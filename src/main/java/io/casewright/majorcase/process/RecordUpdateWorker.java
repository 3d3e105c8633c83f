package io.casewright.majorcase.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.majorcase.application.MajorCaseFacts;
import io.casewright.majorcase.application.SendUpdate;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordUpdateWorker {

    private final SendUpdate sendUpdate;
    private final Doers doers;

    RecordUpdateWorker(SendUpdate sendUpdate, Doers doers) {
        this.sendUpdate = sendUpdate;
        this.doers = doers;
    }

    public record Input(
            String majorCase,
            @Nullable String updateText,
            @Nullable String isOver) {}

    /** The answers are cleared once they are used, so that the next form starts empty. */
    public record Output(
            boolean majorCaseOver,
            @Nullable String updateText,
            @Nullable String isOver,
            @JsonUnwrapped MajorCaseFacts facts) {}

    @JobWorker(type = "majorcase.recordUpdate")
    public Output recordUpdate(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var outcome = sendUpdate.send(
                MajorCaseNumber.parse(input.majorCase),
                FormValues.text(input.updateText),
                "yes".equals(input.isOver),
                agent,
                MajorCaseSteps.of(job));
        return new Output(outcome.over(), null, null, outcome.facts());
    }
}
