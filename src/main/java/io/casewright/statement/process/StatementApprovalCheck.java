package io.casewright.statement.process;

import io.casewright.platform.engine.FormValues;
import io.casewright.statement.application.DecideStatement;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class StatementApprovalCheck implements FormCheck<RecordStatementDecisionWorker.Input> {

    private final DecideStatement decide;

    StatementApprovalCheck(DecideStatement decide) {
        this.decide = decide;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_ApproveStatement");
    }

    @Override
    public Class<RecordStatementDecisionWorker.Input> answers() {
        return RecordStatementDecisionWorker.Input.class;
    }

    @Override
    public boolean needsLogin() {
        return true;
    }

    @Override
    public Optional<String> problemWith(RecordStatementDecisionWorker.Input answers, String person) {
        return decide.problemWith(
                answers.statement(),
                FormValues.answer(answers.approved()),
                FormValues.text(answers.approvalReason()),
                person);
    }
}
