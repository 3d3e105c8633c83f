package io.casewright.casefile.process;

import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class EvidenceCheck implements FormCheck<RecordEvidenceWorker.Input> {

    private final HandOffCase handOffCase;

    EvidenceCheck(HandOffCase handOffCase) {
        this.handOffCase = handOffCase;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_CompleteEvidence");
    }

    @Override
    public Class<RecordEvidenceWorker.Input> answers() {
        return RecordEvidenceWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordEvidenceWorker.Input answers, String person) {
        return handOffCase.problemWithEvidence(
                new CaseNumber(answers.caseNumber()), FormValues.text(answers.roleUsed()));
    }
}
