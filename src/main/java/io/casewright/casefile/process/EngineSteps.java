package io.casewright.casefile.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.Step;
import io.casewright.platform.engine.place.StepKeys;

/** The step a job stands for. */
final class EngineSteps {

    private EngineSteps() {}

    static Step of(ActivatedJob job) {
        return new Step(job.getElementId(), StepKeys.of(job), StepKeys.isFirst(job));
    }
}
