package io.casewright.handoff.process;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.application.OpenVendorTicket;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class HandOffCheck implements FormCheck<OpenVendorTicketWorker.Input> {

    private final OpenVendorTicket openVendorTicket;

    HandOffCheck(OpenVendorTicket openVendorTicket) {
        this.openVendorTicket = openVendorTicket;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_PrepareHandOff");
    }

    @Override
    public Class<OpenVendorTicketWorker.Input> answers() {
        return OpenVendorTicketWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(OpenVendorTicketWorker.Input answers, String person) {
        return openVendorTicket.problemWith(new CaseNumber(answers.caseNumber()), answers.prepared());
    }
}
