package io.casewright.handoff.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.Step;

/** The step a job stands for. */
final class HandOffSteps {

    private HandOffSteps() {}

    static Step of(ActivatedJob job) {
        return new Step(job.getElementId(), job.getElementInstanceKey());
    }
}
