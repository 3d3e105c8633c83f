package io.casewright.satisfaction.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.platform.engine.place.StepKeys;
import io.casewright.satisfaction.application.UnhappyCustomers;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordCallBackWorker {

    private final UnhappyCustomers unhappyCustomers;
    private final Doers doers;

    RecordCallBackWorker(UnhappyCustomers unhappyCustomers, Doers doers) {
        this.unhappyCustomers = unhappyCustomers;
        this.doers = doers;
    }

    /** @param callNote what the duty manager did */
    public record Input(String caseNumber, String callNote) {}

    /** @param callNote taken out of the process */
    public record Output(@Nullable String callNote) {}

    @JobWorker(type = "satisfaction.recordCallBack")
    public Output recordCallBack(ActivatedJob job, @VariablesAsType Input input) {
        unhappyCustomers.record(
                new CaseNumber(input.caseNumber),
                input.callNote,
                doers.before(job),
                new Step(job.getElementId(), StepKeys.of(job), StepKeys.isFirst(job)));
        return new Output(null);
    }
}
