package io.casewright.majorcase.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.majorcase.application.ConfirmMajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordConfirmationWorker {

    private final ConfirmMajorCase confirmMajorCase;
    private final Agents agents;

    RecordConfirmationWorker(ConfirmMajorCase confirmMajorCase, Agents agents) {
        this.confirmMajorCase = confirmMajorCase;
        this.agents = agents;
    }

    public record Input(String majorCase, @Nullable String isMajorCase) {}

    public record Output(String majorCaseVerdict) {}

    @JobWorker(type = "majorcase.recordConfirmation")
    public Output recordConfirmation(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_ConfirmMajorCase")
                .orElse(null);
        var verdict = confirmMajorCase.confirm(
                MajorCaseNumber.parse(input.majorCase), FormValues.answer(input.isMajorCase), agent);
        return new Output(verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
