package io.casewright.casefile.process;

import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class RelayCheck implements FormCheck<RecordRelayWorker.Input> {

    private final HandOffCase handOffCase;

    RelayCheck(HandOffCase handOffCase) {
        this.handOffCase = handOffCase;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_RelayToCustomer");
    }

    @Override
    public Class<RecordRelayWorker.Input> answers() {
        return RecordRelayWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordRelayWorker.Input answers, String person) {
        return handOffCase.problemWithRelay(
                new CaseNumber(answers.caseNumber()),
                FormValues.answer(answers.ticketSolves()),
                FormValues.text(answers.relayText()),
                FormValues.text(answers.vendorWords()));
    }
}
