package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class AskCustomerWorker {

    private final AskCustomer askCustomer;

    AskCustomerWorker(AskCustomer askCustomer) {
        this.askCustomer = askCustomer;
    }

    public record Input(String caseNumber, String question) {}

    public record Output(Instant replyDue, String reminders, String waitKey) {}

    @JobWorker(type = "casefile.askCustomer")
    public Output askCustomer(ActivatedJob job, @VariablesAsType Input input) {
        var asked = askCustomer.ask(new CaseNumber(input.caseNumber), input.question, EngineSteps.of(job));
        return new Output(asked.replyDue(), asked.reminders(), asked.waitKey());
    }
}
