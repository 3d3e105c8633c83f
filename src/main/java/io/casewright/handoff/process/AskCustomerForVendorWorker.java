package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.AnswerVendor;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class AskCustomerForVendorWorker {

    private final AnswerVendor answerVendor;

    AskCustomerForVendorWorker(AnswerVendor answerVendor) {
        this.answerVendor = answerVendor;
    }

    public record Input(String ticketReference, String question) {}

    /** @param reminders when to send the question again, as an ISO 8601 repeating interval with the time of the first */
    public record Output(Instant replyDue, String reminders, String waitKey) {}

    @JobWorker(type = "handoff.askCustomer")
    public Output askCustomer(ActivatedJob job, @VariablesAsType Input input) {
        var asked = answerVendor.askCustomer(input.ticketReference, input.question.strip(), HandOffSteps.of(job));
        return new Output(asked.replyDue(), asked.reminders(), asked.waitKey());
    }
}
