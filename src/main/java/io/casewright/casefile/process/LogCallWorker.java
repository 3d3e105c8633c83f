package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.LogCall;
import io.casewright.casefile.application.LogCall.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class LogCallWorker {

    private final LogCall logCall;

    LogCallWorker(LogCall logCall) {
        this.logCall = logCall;
    }

    public record Input(
            @Nullable String customer,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String product,
            @Nullable String severity,
            @Nullable String affectedUsers) {}

    /** What the caller said; on acceptance the personal part of it leaves the process, since the case holds it now. */
    public record Output(
            boolean callAccepted,
            String callProblem,
            @Nullable String caseNumber,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String description) {}

    @JobWorker(type = "casefile.logCall")
    public Output logCall(ActivatedJob job, @VariablesAsType Input input) {
        var call = new Call(
                input.customer,
                input.contactName,
                input.contactEmail,
                input.contactPhone,
                input.subject,
                input.description,
                input.product,
                input.severity,
                input.affectedUsers);
        var outcome = logCall.log(call, EngineSteps.of(job));
        return outcome.caseNumber()
                .map(number -> new Output(true, "", number.value(), null, null, null))
                .orElseGet(() -> new Output(
                        false, outcome.problem(), null, input.contactEmail, input.contactPhone, input.description));
    }
}
