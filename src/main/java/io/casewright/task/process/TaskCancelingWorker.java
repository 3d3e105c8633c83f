package io.casewright.task.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.task.KeepTasks;
import org.springframework.stereotype.Component;

@Component
public class TaskCancelingWorker {

    private final KeepTasks keepTasks;

    TaskCancelingWorker(KeepTasks keepTasks) {
        this.keepTasks = keepTasks;
    }

    @JobWorker(type = "task.canceling", fetchVariables = "caseNumber")
    public void canceling(ActivatedJob job) {
        keepTasks.canceled(ListenerJob.of(job).taskKey());
    }
}
