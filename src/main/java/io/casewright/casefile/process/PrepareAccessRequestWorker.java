package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RequestAccess;
import io.casewright.casefile.application.RequestAccess.Invitation;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.SupportAction;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class PrepareAccessRequestWorker {

    private final RequestAccess requestAccess;
    private final Doers doers;

    PrepareAccessRequestWorker(RequestAccess requestAccess, Doers doers) {
        this.requestAccess = requestAccess;
        this.doers = doers;
    }

    public record Input(String caseNumber, @Nullable String requestAccess) {}

    /**
     * @param accessNews why there is no request, empty when there is one
     * @param accessRelationship Microsoft's id of the request
     * @param agent who wanted it, and so sends it
     */
    public record Output(
            boolean accessRequested,
            String accessNews,
            @Nullable String accessRole,
            @Nullable String accessRelationship,
            @Nullable String accessLink,
            @Nullable String invitationText,
            @Nullable String agent) {}

    @JobWorker(type = "casefile.prepareAccessRequest")
    public Output prepareAccessRequest(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var prepared = requestAccess.prepare(
                new CaseNumber(input.caseNumber), FormValues.choice(SupportAction.class, input.requestAccess));
        var invitation = prepared.invitation();
        return new Output(
                invitation.isPresent(),
                prepared.problem(),
                invitation.map(Invitation::role).orElse(null),
                invitation.map(Invitation::relationshipId).orElse(null),
                invitation.map(Invitation::link).orElse(null),
                invitation.map(Invitation::words).orElse(null),
                agent);
    }
}
