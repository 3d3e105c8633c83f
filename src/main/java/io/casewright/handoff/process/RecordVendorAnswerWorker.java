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
            @Nullable String answerText) {

        AnswerVendor.@Nullable Way way() {
            return FormValues.choice(AnswerVendor.Way.class, answerWay);
        }
    }

    /**
     * An answer that was recorded is cleared for the next question; one that is still to be sent, and a question to the customer,
     * are needed once more.
     *
     * @param answerProblem why the desk did not take an earlier one; taken out of the form
     * @param answerOrder key of what is to be sent to the desk; null when nothing is
     */
    public record Output(
            String answerProblem,
            boolean customerNeeded,
            @Nullable String answerWay,
            @Nullable String answerText,
            @Nullable String answerOrder) {}

    @JobWorker(type = "handoff.recordVendorAnswer")
    public Output recordVendorAnswer(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var way = input.way();
        var order = answerVendor.take(
                input.ticketReference, way, FormValues.text(input.answerText), agent, HandOffSteps.of(job));
        if (way == AnswerVendor.Way.ASK_CUSTOMER) {
            return new Output("", true, null, input.answerText, null);
        }
        return order.map(key -> new Output("", false, input.answerWay, input.answerText, key.toString()))
                .orElseGet(() -> new Output("", false, null, null, null));
    }
}
