package io.casewright.task.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.casewright.task.CompleteTask;
import org.springframework.stereotype.Component;

@Component
public class TaskCompletingWorker {

    private final CompleteTask completeTask;

    TaskCompletingWorker(CompleteTask completeTask) {
        this.completeTask = completeTask;
    }

    @JobWorker(type = "task.completing", autoComplete = false, fetchAllVariables = true)
    public void completing(JobClient engine, ActivatedJob job) {
        var problem = completeTask.complete(ListenerJob.of(job).sentForm());
        if (problem.isPresent()) {
            deny(engine, job, problem.get());
        } else {
            engine.newCompleteCommand(job).send().join();
        }
    }

    /** Only REST carries a listener's refusal in every line of the engine. */
    private static void deny(JobClient engine, ActivatedJob job, String reason) {
        engine.newCompleteCommand(job)
                .useRest()
                .withResult(result -> result.forUserTask().deny(true, reason))
                .send()
                .join();
    }
}
