package io.casewright.majorcase.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.majorcase.application.EndMajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import org.springframework.stereotype.Component;

@Component
public class EndMajorCaseWorker {

    private final EndMajorCase endMajorCase;

    EndMajorCaseWorker(EndMajorCase endMajorCase) {
        this.endMajorCase = endMajorCase;
    }

    public record Input(String majorCase) {}

    @JobWorker(type = "majorcase.endMajorCase")
    public void endMajorCase(ActivatedJob job, @VariablesAsType Input input) {
        endMajorCase.end(MajorCaseNumber.parse(input.majorCase), MajorCaseSteps.of(job));
    }
}
