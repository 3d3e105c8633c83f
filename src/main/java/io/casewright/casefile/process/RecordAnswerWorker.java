package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RecordAnswer;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class RecordAnswerWorker {

    private final RecordAnswer recordAnswer;

    RecordAnswerWorker(RecordAnswer recordAnswer) {
        this.recordAnswer = recordAnswer;
    }

    public record Input(String caseNumber) {}

    public record Output(boolean problemSolved) {}

    @JobWorker(type = "casefile.recordAnswer")
    public Output recordAnswer(ActivatedJob job, @VariablesAsType Input input) {
        return new Output(recordAnswer.record(new CaseNumber(input.caseNumber), EngineSteps.of(job)));
    }
}
