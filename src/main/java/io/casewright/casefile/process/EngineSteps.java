package io.casewright.casefile.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.Step;

/** The step a job stands for. */
final class EngineSteps {

    private EngineSteps() {}

    static Step of(ActivatedJob job) {
        return new Step(job.getElementId(), job.getElementInstanceKey());
    }
}
