package io.casewright.handoff.process;

import io.casewright.handoff.application.CancelTickets;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ClosingCheck implements FormCheck<RecordClosingWorker.Input> {

    private final CancelTickets cancelTickets;

    ClosingCheck(CancelTickets cancelTickets) {
        this.cancelTickets = cancelTickets;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_CloseTicket");
    }

    @Override
    public Class<RecordClosingWorker.Input> answers() {
        return RecordClosingWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordClosingWorker.Input answers, String person) {
        return cancelTickets.problemWith(FormValues.choice(CancelTickets.Closing.class, answers.closedThere()));
    }
}
