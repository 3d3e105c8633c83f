package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.Agents;
import io.casewright.casefile.application.RequestAccess;
import io.casewright.casefile.application.RequestAccess.Invitation;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.SupportAction;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class PrepareAccessRequestWorker {

    private final RequestAccess requestAccess;
    private final Agents agents;

    PrepareAccessRequestWorker(RequestAccess requestAccess, Agents agents) {
        this.requestAccess = requestAccess;
        this.agents = agents;
    }

    /** @param diagnosisKey of the diagnosis that needs access */
    public record Input(String caseNumber, @Nullable String requestAccess, String diagnosisKey) {}

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
            String invitationProblem,
            @Nullable String agent) {}

    @JobWorker(type = "casefile.prepareAccessRequest")
    public Output prepareAccessRequest(ActivatedJob job, @VariablesAsType Input input) {
        String agent = agents.whoDid(Long.parseLong(input.diagnosisKey), "userTask_DiagnoseCase")
                .orElse(null);
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
                "",
                agent);
    }
}
