package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class RecordReplyWorker {

    private final AskCustomer askCustomer;

    RecordReplyWorker(AskCustomer askCustomer) {
        this.askCustomer = askCustomer;
    }

    public record Input(String caseNumber) {}

    public record Output(@JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.recordReply")
    public Output recordReply(ActivatedJob job, @VariablesAsType Input input) {
        return new Output(askCustomer.takeReply(new CaseNumber(input.caseNumber), EngineSteps.of(job)));
    }
}
