package io.casewright.promise.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.platform.engine.FormValues;
import io.casewright.platform.engine.place.StepKeys;
import io.casewright.promise.application.RecordBreach;
import io.casewright.promise.application.RecordBreach.Action;
import io.casewright.promise.application.RecordBreach.Answer;
import io.casewright.task.process.Doers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordBreachWorker {

    private final RecordBreach recordBreach;
    private final Doers doers;

    RecordBreachWorker(RecordBreach recordBreach, Doers doers) {
        this.recordBreach = recordBreach;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            String breach,
            @Nullable String breachAction,
            @Nullable String breachPerson,
            @Nullable String breachReason) {

        Answer answer() {
            String action = FormValues.text(breachAction);
            return new Answer(
                    action == null
                            ? null
                            : Action.valueOf(action.toUpperCase(Locale.ROOT).replace('-', '_')),
                    FormValues.text(breachPerson),
                    FormValues.text(breachReason));
        }
    }

    @JobWorker(type = "promise.recordBreach")
    public void recordBreach(ActivatedJob job, @VariablesAsType Input input) {
        recordBreach.record(
                new CaseNumber(input.caseNumber),
                input.breach,
                input.answer(),
                doers.before(job),
                new Step(job.getElementId(), StepKeys.of(job), StepKeys.isFirst(job)));
    }
}
