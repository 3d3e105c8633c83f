package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RequestAccess;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordAccessWorker {

    private final RequestAccess requestAccess;

    RecordAccessWorker(RequestAccess requestAccess) {
        this.requestAccess = requestAccess;
    }

    /**
     * @param accessNews what became of the request, as it was seen last
     * @param goOnReason why somebody went on without; null when nobody did
     */
    public record Input(
            String caseNumber, String accessNews, @Nullable String goOnReason) {}

    public record Output(@JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.recordAccess")
    public Output recordAccess(ActivatedJob job, @VariablesAsType Input input) {
        String reason = FormValues.text(input.goOnReason);
        String words = reason == null ? input.accessNews : input.accessNews + " We go on without: " + reason;
        return new Output(
                requestAccess.settle(new CaseNumber(input.caseNumber), words, reason != null, EngineSteps.of(job)));
    }
}
