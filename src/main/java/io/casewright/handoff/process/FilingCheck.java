package io.casewright.handoff.process;

import io.casewright.handoff.application.FileTicket;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class FilingCheck implements FormCheck<RecordFilingWorker.Input> {

    private final FileTicket fileTicket;

    FilingCheck(FileTicket fileTicket) {
        this.fileTicket = fileTicket;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_FileTicket");
    }

    @Override
    public Class<RecordFilingWorker.Input> answers() {
        return RecordFilingWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordFilingWorker.Input answers, String person) {
        return fileTicket.problemWith(answers.ticketReference(), FormValues.text(answers.vendorNumber()));
    }
}
