package io.casewright.platform.engine.place;

import io.camunda.client.api.command.ActivateJobsCommandStep1;
import io.camunda.client.api.command.CompleteJobCommandStep1;
import io.camunda.client.api.command.FailJobCommandStep1;
import io.camunda.client.api.command.StreamJobsCommandStep1;
import io.camunda.client.api.command.ThrowErrorCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;

/** Does something before a job is completed. */
record LeavingJobClient(JobClient engine, Runnable before) implements JobClient {

    @Override
    public CompleteJobCommandStep1 newCompleteCommand(long jobKey) {
        before.run();
        return engine.newCompleteCommand(jobKey);
    }

    @Override
    public CompleteJobCommandStep1 newCompleteCommand(ActivatedJob job) {
        return newCompleteCommand(job.getKey());
    }

    @Override
    public FailJobCommandStep1 newFailCommand(long jobKey) {
        return engine.newFailCommand(jobKey);
    }

    @Override
    public FailJobCommandStep1 newFailCommand(ActivatedJob job) {
        return engine.newFailCommand(job);
    }

    @Override
    public ThrowErrorCommandStep1 newThrowErrorCommand(long jobKey) {
        return engine.newThrowErrorCommand(jobKey);
    }

    @Override
    public ThrowErrorCommandStep1 newThrowErrorCommand(ActivatedJob job) {
        return engine.newThrowErrorCommand(job);
    }

    @Override
    public ActivateJobsCommandStep1 newActivateJobsCommand() {
        return engine.newActivateJobsCommand();
    }

    @Override
    public StreamJobsCommandStep1 newStreamJobsCommand() {
        return engine.newStreamJobsCommand();
    }
}
