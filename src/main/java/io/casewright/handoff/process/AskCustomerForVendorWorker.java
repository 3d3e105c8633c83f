package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.AnswerVendor;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class AskCustomerForVendorWorker {

    private final AnswerVendor answerVendor;
    private final Doers doers;

    AskCustomerForVendorWorker(AnswerVendor answerVendor, Doers doers) {
        this.answerVendor = answerVendor;
        this.doers = doers;
    }

    public record Input(String ticketReference, String answerText) {}

    /** The question is out; the form is empty again for the answer to the vendor. */
    public record Output(@Nullable String answerText) {}

    @JobWorker(type = "handoff.askCustomer")
    public Output askCustomer(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        answerVendor.askCustomer(input.ticketReference, input.answerText.strip(), agent, HandOffSteps.of(job));
        return new Output(null);
    }
}
