package io.casewright.task.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.task.KeepTasks;
import org.springframework.stereotype.Component;

@Component
public class TaskAssigningWorker {

    private final KeepTasks keepTasks;

    TaskAssigningWorker(KeepTasks keepTasks) {
        this.keepTasks = keepTasks;
    }

    @JobWorker(type = "task.assigning", fetchVariables = "caseNumber")
    public void assigning(ActivatedJob job) {
        var told = ListenerJob.of(job);
        keepTasks.assigned(told.taskKey(), told.assignee(), "assign".equals(told.action()));
    }
}
