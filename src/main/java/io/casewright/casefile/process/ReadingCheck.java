package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordReading;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ReadingCheck implements FormCheck<RecordReadingWorker.Input> {

    private final RecordReading recordReading;

    ReadingCheck(RecordReading recordReading) {
        this.recordReading = recordReading;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_ReadMessage");
    }

    @Override
    public Class<RecordReadingWorker.Input> answers() {
        return RecordReadingWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordReadingWorker.Input answers, String person) {
        return recordReading.problemWith(new CaseNumber(answers.caseNumber()), answers.reading());
    }
}
