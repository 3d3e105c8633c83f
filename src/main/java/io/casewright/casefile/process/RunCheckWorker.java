package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RunCheck;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RunCheckWorker {

    private final RunCheck runCheck;
    private final Doers doers;

    RunCheckWorker(RunCheck runCheck, Doers doers) {
        this.runCheck = runCheck;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String check,
            @Nullable String checkSubject,
            @Nullable String roleUsed) {}

    /**
     * @param check taken out of the form: it was run
     * @param agent who wanted it, and so reads the result
     */
    public record Output(
            String checkResult,
            @Nullable String check,
            @Nullable String agent) {}

    @JobWorker(type = "casefile.runCheck")
    public Output runCheck(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        String result = runCheck.run(
                new CaseNumber(input.caseNumber),
                input.check,
                FormValues.text(input.checkSubject),
                FormValues.text(input.roleUsed),
                agent,
                EngineSteps.of(job));
        return new Output(result, null, agent);
    }
}
