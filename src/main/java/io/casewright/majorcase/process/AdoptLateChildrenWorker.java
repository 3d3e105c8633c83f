package io.casewright.majorcase.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.majorcase.application.AdoptChildren;
import io.casewright.majorcase.application.MajorCaseFacts;
import io.casewright.majorcase.domain.MajorCaseNumber;
import org.springframework.stereotype.Component;

@Component
public class AdoptLateChildrenWorker {

    private final AdoptChildren adoptChildren;

    AdoptLateChildrenWorker(AdoptChildren adoptChildren) {
        this.adoptChildren = adoptChildren;
    }

    public record Input(String majorCase) {}

    @JobWorker(type = "majorcase.adoptLateChildren")
    public MajorCaseFacts adoptLateChildren(ActivatedJob job, @VariablesAsType Input input) {
        return adoptChildren.adopt(MajorCaseNumber.parse(input.majorCase), MajorCaseSteps.of(job));
    }
}
