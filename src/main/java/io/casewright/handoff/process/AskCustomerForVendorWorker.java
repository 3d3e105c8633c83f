package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.handoff.application.AnswerVendor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class AskCustomerForVendorWorker {

    private final AnswerVendor answerVendor;
    private final Agents agents;

    AskCustomerForVendorWorker(AnswerVendor answerVendor, Agents agents) {
        this.answerVendor = answerVendor;
        this.agents = agents;
    }

    public record Input(String ticketReference, String answerText) {}

    /** The question is out; the form is empty again for the answer to the vendor. */
    public record Output(@Nullable String answerText) {}

    @JobWorker(type = "handoff.askCustomer")
    public Output askCustomer(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(job.getProcessInstanceKey(), "userTask_AnswerVendor")
                .orElse(null);
        answerVendor.askCustomer(input.ticketReference, input.answerText.strip(), agent, HandOffSteps.of(job));
        return new Output(null);
    }
}
