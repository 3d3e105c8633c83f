package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordApproval;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ActionCheck implements FormCheck<RecordActionWorker.Input> {

    private final RecordApproval recordApproval;

    ActionCheck(RecordApproval recordApproval) {
        this.recordApproval = recordApproval;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_CarryOutAction");
    }

    @Override
    public Class<RecordActionWorker.Input> answers() {
        return RecordActionWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordActionWorker.Input answers, String person) {
        return recordApproval.problemWithReport(
                new CaseNumber(answers.caseNumber()),
                FormValues.answer(answers.carriedOut()),
                FormValues.text(answers.resolution()),
                FormValues.text(answers.failureReason()));
    }
}
