package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.OpenVendorTicket;
import io.casewright.handoff.application.PreparedTicket;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.Target;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class OpenVendorTicketWorker {

    private final OpenVendorTicket openVendorTicket;
    private final Doers doers;

    OpenVendorTicketWorker(OpenVendorTicket openVendorTicket, Doers doers) {
        this.openVendorTicket = openVendorTicket;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            HandOffRoute route,
            @Nullable String ticketTitle,
            @Nullable String ticketText,
            @Nullable String vendorSeverity,
            @Nullable String roundTheClock,
            @Nullable String diagnosticsConsent,
            @Nullable String partnerContact,
            @Nullable String partnerContactEmail,
            @Nullable String partnerContactPhone,
            @Nullable String partnerContactHours,
            @Nullable String supportTopic,
            @Nullable List<DraftHandOffWorker.Choice> supportTopics) {

        PreparedTicket prepared() {
            return new PreparedTicket(
                    FormValues.text(ticketTitle),
                    FormValues.text(ticketText),
                    FormValues.choice(Severity.class, vendorSeverity),
                    FormValues.answer(roundTheClock),
                    FormValues.answer(diagnosticsConsent),
                    FormValues.text(partnerContact),
                    FormValues.text(partnerContactEmail),
                    FormValues.text(partnerContactPhone),
                    FormValues.text(partnerContactHours),
                    FormValues.text(supportTopic),
                    supportTopics == null
                            ? Set.of()
                            : supportTopics.stream()
                                    .map(DraftHandOffWorker.Choice::value)
                                    .collect(Collectors.toSet()));
        }
    }

    /** What the hand-off holds from now on is cleared. */
    public record Output(
            String ticketReference,
            @Nullable String ticketText,
            @Nullable String partnerContact,
            @Nullable String partnerContactEmail,
            @Nullable String partnerContactPhone,
            @Nullable List<DraftHandOffWorker.Choice> supportTopics) {}

    @JobWorker(type = "handoff.openVendorTicket")
    public Output openVendorTicket(ActivatedJob job, @VariablesAsType Input input) {
        String reference = openVendorTicket.open(
                new CaseNumber(input.caseNumber),
                Target.valueOf(input.route.handOffTarget()),
                Channel.valueOf(input.route.handOffChannel()),
                input.prepared(),
                doers.before(job),
                HandOffSteps.of(job));
        return new Output(reference, null, null, null, null, null);
    }
}
