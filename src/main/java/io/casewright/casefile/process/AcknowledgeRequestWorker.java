package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AcknowledgeRequest;
import io.casewright.casefile.domain.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class AcknowledgeRequestWorker {

    private final AcknowledgeRequest acknowledgeRequest;

    AcknowledgeRequestWorker(AcknowledgeRequest acknowledgeRequest) {
        this.acknowledgeRequest = acknowledgeRequest;
    }

    public record Input(String caseNumber, @Nullable SelfServiceSuggestion selfService) {}

    @JobWorker(type = "casefile.acknowledgeRequest")
    public void acknowledgeRequest(ActivatedJob job, @VariablesAsType Input input) {
        var suggestion = input.selfService;
        acknowledgeRequest.acknowledge(
                new CaseNumber(input.caseNumber),
                suggestion == null ? null : suggestion.selfServiceTitle(),
                suggestion == null ? null : suggestion.selfServiceLink(),
                EngineSteps.of(job));
    }
}
