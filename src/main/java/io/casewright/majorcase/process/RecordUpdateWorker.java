package io.casewright.majorcase.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.majorcase.application.MajorCaseFacts;
import io.casewright.majorcase.application.SendUpdate;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordUpdateWorker {

    private final SendUpdate sendUpdate;
    private final Agents agents;

    RecordUpdateWorker(SendUpdate sendUpdate, Agents agents) {
        this.sendUpdate = sendUpdate;
        this.agents = agents;
    }

    public record Input(
            String majorCase,
            @Nullable String updateText,
            @Nullable String isOver) {}

    /** The answers are cleared once they are used, so that the next form starts empty. */
    public record Output(
            boolean majorCaseOver,
            String updateProblem,
            @Nullable String updateText,
            @Nullable String isOver,
            @JsonUnwrapped MajorCaseFacts facts) {}

    @JobWorker(type = "majorcase.recordUpdate")
    public Output recordUpdate(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_SendUpdate")
                .orElse(null);
        var outcome = sendUpdate.send(
                MajorCaseNumber.parse(input.majorCase),
                FormValues.text(input.updateText),
                "yes".equals(input.isOver),
                agent,
                MajorCaseSteps.of(job));
        boolean used = outcome.refusal().isEmpty();
        return new Output(
                outcome.over(),
                outcome.refusal(),
                used ? null : input.updateText,
                used ? null : input.isOver,
                outcome.facts());
    }
}
