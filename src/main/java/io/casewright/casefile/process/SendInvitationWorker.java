package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RequestAccess;
import io.casewright.casefile.application.RequestAccess.Decision;
import io.casewright.casefile.application.RequestAccess.Invitation;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class SendInvitationWorker {

    private static final String SENT = "sent";
    private static final String DROPPED = "dropped";

    private final RequestAccess requestAccess;
    private final Doers doers;

    SendInvitationWorker(RequestAccess requestAccess, Doers doers) {
        this.requestAccess = requestAccess;
        this.doers = doers;
    }

    /** @param invitation what is to become of it: send or drop */
    public record Input(
            String caseNumber,
            @Nullable String invitation,
            @Nullable String invitationText,
            String accessRole,
            String accessRelationship,
            String accessLink) {

        Decision decision() {
            return Objects.requireNonNullElse(FormValues.choice(Decision.class, invitation), Decision.SEND);
        }
    }

    /**
     * @param invitationCourse sent or dropped
     * @param accessNews what the agent reads when the diagnosis goes on
     * @param accessCheckEvery how often is looked whether the customer approved, as an ISO 8601 duration
     */
    public record Output(String invitationCourse, String accessNews, String accessCheckEvery) {}

    @JobWorker(type = "casefile.sendInvitation")
    public Output sendInvitation(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        String words = FormValues.text(input.invitationText);
        var sent = requestAccess.send(
                new CaseNumber(input.caseNumber),
                input.decision(),
                words,
                new Invitation(
                        input.accessRole,
                        input.accessRelationship,
                        input.accessLink,
                        Objects.requireNonNullElse(words, "")),
                agent,
                EngineSteps.of(job));
        String dropped = sent.problem().isEmpty() ? "The request was not sent to the customer." : sent.problem();
        return sent.sent()
                ? new Output(SENT, "The customer has not approved the request yet.", everyOf(sent))
                : new Output(DROPPED, dropped, everyOf(sent));
    }

    private static String everyOf(RequestAccess.Sent sent) {
        return sent.checkEvery().toString();
    }
}
