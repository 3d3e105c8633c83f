package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordReadingWorker {

    private final ReplanCase replanCase;
    private final Doers doers;
    private final OpenTasks tasks;

    RecordReadingWorker(ReplanCase replanCase, Doers doers, OpenTasks tasks) {
        this.replanCase = replanCase;
        this.doers = doers;
        this.tasks = tasks;
    }

    public record Input(String caseNumber, @Nullable String newSeverity) {}

    @JobWorker(type = "casefile.recordReading")
    public CaseFacts recordReading(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var severity = FormValues.choice(Severity.class, input.newSeverity);
        var facts = replanCase.read(new CaseNumber(input.caseNumber), severity, agent, EngineSteps.of(job));
        if (severity != null) {
            tasks.replan(job.getProcessInstanceKey(), facts);
        }
        return facts;
    }
}
