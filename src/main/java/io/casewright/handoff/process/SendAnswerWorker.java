package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.SendAnswer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class SendAnswerWorker {

    private final SendAnswer sendAnswer;

    SendAnswerWorker(SendAnswer sendAnswer) {
        this.sendAnswer = sendAnswer;
    }

    public record Input(
            @Nullable String answerOrder,
            @Nullable String answerWay,
            @Nullable String answerText) {}

    /** An answer that was sent is cleared for the next question; one that was refused stays for the form. */
    public record Output(
            boolean answerSent,
            String answerProblem,
            @Nullable String answerWay,
            @Nullable String answerText) {}

    @JobWorker(type = "handoff.sendAnswer")
    public Output sendAnswer(ActivatedJob job, @VariablesAsType Input input) {
        var refusal =
                Optional.ofNullable(input.answerOrder).map(UUID::fromString).flatMap(sendAnswer::send);
        return refusal.map(reason -> new Output(false, reason, input.answerWay, input.answerText))
                .orElseGet(() -> new Output(true, "", null, null));
    }
}
