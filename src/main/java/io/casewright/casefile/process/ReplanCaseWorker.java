package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class ReplanCaseWorker {

    private final ReplanCase replanCase;
    private final OpenTasks tasks;

    ReplanCaseWorker(ReplanCase replanCase, OpenTasks tasks) {
        this.replanCase = replanCase;
        this.tasks = tasks;
    }

    public record Input(String caseNumber) {}

    @JobWorker(type = "casefile.replanCase")
    public CaseFacts replanCase(ActivatedJob job, @VariablesAsType Input input) {
        var facts = replanCase.replan(new CaseNumber(input.caseNumber));
        tasks.replan(job.getProcessInstanceKey(), facts);
        return facts;
    }
}
