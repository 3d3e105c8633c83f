package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RequestAccess;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CheckAccessRequestWorker {

    private final RequestAccess requestAccess;

    CheckAccessRequestWorker(RequestAccess requestAccess) {
        this.requestAccess = requestAccess;
    }

    public record Input(String caseNumber, String accessRelationship) {}

    /** @param accessState pending, active or ended */
    public record Output(@Nullable String accessState, String accessNews) {}

    @JobWorker(type = "casefile.checkAccessRequest")
    public Output checkAccessRequest(ActivatedJob job, @VariablesAsType Input input) {
        var progress = requestAccess.look(new CaseNumber(input.caseNumber), input.accessRelationship);
        return new Output(FormValues.word(progress.state()), progress.words());
    }
}
