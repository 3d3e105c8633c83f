package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RecordAnswer;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordAnswerWorker {

    private final RecordAnswer recordAnswer;
    private final ReplanCase replanCase;

    RecordAnswerWorker(RecordAnswer recordAnswer, ReplanCase replanCase) {
        this.recordAnswer = recordAnswer;
        this.replanCase = replanCase;
    }

    public record Input(String caseNumber) {}

    /** @param facts for the forms of who works on it again; none when nobody does */
    public record Output(
            boolean problemSolved, @JsonUnwrapped @Nullable CaseFacts facts) {}

    @JobWorker(type = "casefile.recordAnswer")
    public Output recordAnswer(ActivatedJob job, @VariablesAsType Input input) {
        var number = new CaseNumber(input.caseNumber);
        boolean solved = recordAnswer.record(number, EngineSteps.of(job));
        return new Output(solved, solved ? null : replanCase.replan(number));
    }
}
