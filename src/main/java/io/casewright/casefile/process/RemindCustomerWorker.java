package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class RemindCustomerWorker {

    private final AskCustomer askCustomer;

    RemindCustomerWorker(AskCustomer askCustomer) {
        this.askCustomer = askCustomer;
    }

    public record Input(String caseNumber) {}

    @JobWorker(type = "casefile.remindCustomer")
    public void remindCustomer(ActivatedJob job, @VariablesAsType Input input) {
        askCustomer.remind(new CaseNumber(input.caseNumber), EngineSteps.of(job));
    }
}
