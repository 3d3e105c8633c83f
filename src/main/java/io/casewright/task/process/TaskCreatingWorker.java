package io.casewright.task.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.task.KeepTasks;
import org.springframework.stereotype.Component;

@Component
public class TaskCreatingWorker {

    private final KeepTasks keepTasks;

    TaskCreatingWorker(KeepTasks keepTasks) {
        this.keepTasks = keepTasks;
    }

    @JobWorker(type = "task.creating", fetchAllVariables = true)
    public void creating(ActivatedJob job) {
        keepTasks.created(ListenerJob.of(job).newTask());
    }
}
