package io.casewright.task.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.task.KeepTasks;
import org.springframework.stereotype.Component;

@Component
public class TaskCompletingWorker {

    private final KeepTasks keepTasks;

    TaskCompletingWorker(KeepTasks keepTasks) {
        this.keepTasks = keepTasks;
    }

    @JobWorker(type = "task.completing", fetchVariables = "caseNumber")
    public void completing(ActivatedJob job) {
        var told = ListenerJob.of(job);
        keepTasks.completed(told.taskKey(), told.assignee());
    }
}
