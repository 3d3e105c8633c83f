package io.casewright.intake.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.intake.application.DecideMail;
import io.casewright.intake.domain.Decision;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class PlaceMailWorker {

    private final DecideMail decide;
    private final Doers doers;

    PlaceMailWorker(DecideMail decide, Doers doers) {
        this.decide = decide;
        this.doers = doers;
    }

    public record Input(
            String mail,
            @Nullable String mailOutcome,
            @Nullable String mailCase,
            @Nullable String mailContact,
            @Nullable String mailAnswer,
            @Nullable String mailReason) {

        Decision decision() {
            return new Decision(
                    FormValues.choice(Decision.Outcome.class, mailOutcome),
                    FormValues.text(mailCase),
                    FormValues.text(mailContact),
                    FormValues.text(mailAnswer),
                    FormValues.text(mailReason));
        }
    }

    /** @param mailPlaced false when somebody has to look again */
    public record Output(boolean mailPlaced) {}

    @JobWorker(type = "intake.placeMail")
    public Output placeMail(ActivatedJob job, @VariablesAsType Input input) {
        return new Output(decide.decide(input.mail, input.decision(), doers.before(job)));
    }
}
