package io.casewright.majorcase.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.Step;

/** The step a job stands for. */
final class MajorCaseSteps {

    private MajorCaseSteps() {}

    static Step of(ActivatedJob job) {
        return new Step(job.getElementId(), job.getElementInstanceKey());
    }
}
