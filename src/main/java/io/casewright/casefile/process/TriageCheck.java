package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordTriage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class TriageCheck implements FormCheck<RecordTriageWorker.Input> {

    private final RecordTriage recordTriage;

    TriageCheck(RecordTriage recordTriage) {
        this.recordTriage = recordTriage;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_TriageRequest");
    }

    @Override
    public Class<RecordTriageWorker.Input> answers() {
        return RecordTriageWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordTriageWorker.Input answers, String person) {
        return recordTriage.problemWith(new CaseNumber(answers.caseNumber()), answers.triage(true));
    }
}
