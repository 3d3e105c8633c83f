package io.casewright.majorcase.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.majorcase.application.AdoptChildren;
import io.casewright.majorcase.application.MajorCaseFacts;
import io.casewright.majorcase.domain.MajorCaseNumber;
import org.springframework.stereotype.Component;

@Component
public class AdoptChildrenWorker {

    private final AdoptChildren adoptChildren;

    AdoptChildrenWorker(AdoptChildren adoptChildren) {
        this.adoptChildren = adoptChildren;
    }

    public record Input(String majorCase) {}

    @JobWorker(type = "majorcase.adoptChildren")
    public MajorCaseFacts adoptChildren(ActivatedJob job, @VariablesAsType Input input) {
        return adoptChildren.adopt(MajorCaseNumber.parse(input.majorCase), MajorCaseSteps.of(job));
    }
}
