package io.casewright.casefile.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.Step;
import io.casewright.platform.engine.place.StepKeys;

/** The step a job stands for. */
public final class EngineSteps {

    private EngineSteps() {}

    public static Step of(ActivatedJob job) {
        return new Step(job.getElementId(), StepKeys.of(job), StepKeys.isFirst(job));
    }
}
