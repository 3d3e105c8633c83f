package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.AnswerVendor;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordVendorAnswerWorker {

    private final AnswerVendor answerVendor;
    private final Doers doers;

    RecordVendorAnswerWorker(AnswerVendor answerVendor, Doers doers) {
        this.answerVendor = answerVendor;
        this.doers = doers;
    }

    public record Input(
            String ticketReference,
            @Nullable String answerWay,
            @Nullable String answerText) {}

    /**
     * An answer that was recorded is cleared for the next question; a question to the customer is still needed.
     *
     * @param answerOrder key of what is to be sent to the desk; null when nothing is
     */
    public record Output(
            boolean answerAccepted,
            String answerProblem,
            boolean customerNeeded,
            @Nullable String answerWay,
            @Nullable String answerText,
            @Nullable String answerOrder) {}

    @JobWorker(type = "handoff.recordVendorAnswer")
    public Output recordVendorAnswer(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var way = FormValues.choice(AnswerVendor.Way.class, input.answerWay);
        var taken = answerVendor.take(
                input.ticketReference, way, FormValues.text(input.answerText), agent, HandOffSteps.of(job));
        if (taken.refusal() != null) {
            return new Output(false, taken.refusal(), false, input.answerWay, input.answerText, null);
        }
        if (way == AnswerVendor.Way.ASK_CUSTOMER) {
            return new Output(true, "", true, null, input.answerText, null);
        }
        return taken.order() == null
                ? new Output(true, "", false, null, null, null)
                : new Output(
                        true,
                        "",
                        false,
                        input.answerWay,
                        input.answerText,
                        taken.order().toString());
    }
}
