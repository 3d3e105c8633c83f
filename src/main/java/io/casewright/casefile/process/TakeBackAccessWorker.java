package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.TakeBackAccess;
import io.casewright.casefile.application.TakeBackAccess.Decision;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class TakeBackAccessWorker {

    private final TakeBackAccess takeBackAccess;
    private final Doers doers;

    TakeBackAccessWorker(TakeBackAccess takeBackAccess, Doers doers) {
        this.takeBackAccess = takeBackAccess;
        this.doers = doers;
    }

    /** @param accessDecision what a person decided, ended or keep; null when nobody was asked */
    public record Input(
            String caseNumber, long accessRequest, @Nullable String accessDecision) {

        @Nullable
        Decision decision() {
            return FormValues.choice(Decision.class, accessDecision);
        }
    }

    /**
     * It may take months, long after the case has ended, so the process knows nothing of who asked.
     *
     * @param accessLeft what is left at Microsoft: nothing, request, ending or access
     * @param accessProblem why a person has to end it; empty when nobody has to
     * @param accessDecision taken out of the form
     */
    public record Output(
            @Nullable String accessLeft,
            String accessRole,
            String accessProblem,
            Instant lookAgainAt,
            @Nullable String accessDecision,
            String customerName,
            String caseLink,
            String queue,
            int priority,
            Instant taskDue) {}

    @JobWorker(type = "casefile.takeBackAccess")
    public Output takeBackAccess(ActivatedJob job, @VariablesAsType Input input) {
        var decision = input.decision();
        var standing = takeBackAccess.takeBack(
                input.accessRequest, decision, decision == null ? null : doers.before(job), EngineSteps.of(job));
        var facts = standing.facts();
        return new Output(
                FormValues.word(standing.left()),
                standing.role(),
                standing.problem(),
                standing.lookAgainAt(),
                null,
                facts.customerName(),
                facts.caseLink(),
                facts.queue(),
                facts.priority(),
                facts.taskDue());
    }
}
