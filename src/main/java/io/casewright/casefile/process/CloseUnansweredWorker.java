package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CloseUnansweredWorker {

    private final AskCustomer askCustomer;

    CloseUnansweredWorker(AskCustomer askCustomer) {
        this.askCustomer = askCustomer;
    }

    public record Input(String caseNumber) {}

    /**
     * @param caseClosed false when the reply came at the last moment
     * @param messageText that reply
     */
    public record Output(
            String nextStep, boolean caseClosed, @Nullable String messageText) {}

    @JobWorker(type = "casefile.closeUnanswered")
    public Output closeUnanswered(ActivatedJob job, @VariablesAsType Input input) {
        var silence = askCustomer.closeUnanswered(new CaseNumber(input.caseNumber), EngineSteps.of(job));
        return new Output(NextStep.NOTHING.word(), silence.closed(), silence.reply());
    }
}
