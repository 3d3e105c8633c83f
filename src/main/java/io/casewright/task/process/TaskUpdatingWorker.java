package io.casewright.task.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.platform.engine.UserTasks;
import io.casewright.task.KeepTasks;
import org.springframework.stereotype.Component;

@Component
public class TaskUpdatingWorker {

    private final KeepTasks keepTasks;

    TaskUpdatingWorker(KeepTasks keepTasks) {
        this.keepTasks = keepTasks;
    }

    @JobWorker(type = "task.updating", fetchVariables = "caseNumber")
    public void updating(ActivatedJob job) {
        var told = ListenerJob.of(job);
        // Where our plans come from, the table knows them already, and maybe a newer one.
        if (!UserTasks.REPLAN.equals(told.action())) {
            keepTasks.updated(told.taskKey(), told.update());
        }
    }
}
