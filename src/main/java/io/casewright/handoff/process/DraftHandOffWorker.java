package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.application.DraftHandOff;
import io.casewright.handoff.domain.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class DraftHandOffWorker {

    private final DraftHandOff draftHandOff;

    DraftHandOffWorker(DraftHandOff draftHandOff) {
        this.draftHandOff = draftHandOff;
    }

    public record Input(
            String caseNumber, String severity, @Nullable HandOffRoute route) {}

    public record Output(
            String ticketTitle,
            String ticketText,
            String ticketLink,
            String vendorSeverity,
            @Nullable String partnerContact,
            @Nullable String partnerContactEmail,
            @Nullable String partnerContactPhone,
            @Nullable String partnerContactHours,
            List<Choice> supportTopics) {}

    /** As a form offers it. */
    public record Choice(String label, String value) {}

    @JobWorker(type = "handoff.draftHandOff")
    public Output draftHandOff(ActivatedJob job, @VariablesAsType Input input) {
        var draft = draftHandOff.draft(
                new CaseNumber(input.caseNumber),
                Channel.valueOf(HandOffRoute.known(input.route).handOffChannel()));
        return new Output(
                draft.title(),
                draft.text(),
                draft.link(),
                input.severity,
                draft.contactName(),
                draft.contactEmail(),
                draft.contactPhone(),
                draft.contactHours(),
                draft.topics().stream()
                        .map(topic -> new Choice(topic.name(), topic.id()))
                        .toList());
    }
}
