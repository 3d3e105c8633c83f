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
            @Nullable String answerText,
            @Nullable String question) {

        AnswerVendor.@Nullable Way way() {
            return FormValues.choice(AnswerVendor.Way.class, answerWay);
        }

        AnswerVendor.Words words() {
            return new AnswerVendor.Words(FormValues.text(answerText), FormValues.text(question));
        }
    }

    /**
     * An answer that is still to be sent is needed once more; what was recorded is taken out of the form.
     *
     * @param answerProblem why the desk did not take an earlier one; taken out of the form
     * @param answerOrder key of what is to be sent to the desk; null when nothing is
     * @param agent who answers, and so goes on
     */
    public record Output(
            String answerProblem,
            boolean customerNeeded,
            @Nullable String answerWay,
            @Nullable String answerText,
            @Nullable String answerOrder,
            @Nullable String agent) {}

    @JobWorker(type = "handoff.recordVendorAnswer")
    public Output recordVendorAnswer(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var way = input.way();
        var order = answerVendor.take(input.ticketReference, way, input.words(), agent, HandOffSteps.of(job));
        boolean customerNeeded = way == AnswerVendor.Way.ASK_CUSTOMER;
        return order.map(key -> new Output("", false, input.answerWay, input.answerText, key.toString(), agent))
                .orElseGet(() -> new Output("", customerNeeded, null, null, null, agent));
    }
}
