package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordApproval;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ApprovalCheck implements FormCheck<RecordApprovalWorker.Input> {

    private final RecordApproval recordApproval;

    ApprovalCheck(RecordApproval recordApproval) {
        this.recordApproval = recordApproval;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_ApproveAction");
    }

    @Override
    public Class<RecordApprovalWorker.Input> answers() {
        return RecordApprovalWorker.Input.class;
    }

    @Override
    public boolean needsLogin() {
        return true;
    }

    @Override
    public Optional<String> problemWith(RecordApprovalWorker.Input answers, String person) {
        return recordApproval.problemWithDecision(
                new CaseNumber(answers.caseNumber()),
                FormValues.answer(answers.approved()),
                FormValues.text(answers.approvalReason()),
                person);
    }
}
