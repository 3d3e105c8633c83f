package io.casewright.plan.process;

import io.casewright.plan.application.DecidePlanChange;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class PlanApprovalCheck implements FormCheck<RecordPlanDecisionWorker.Input> {

    private final DecidePlanChange decide;

    PlanApprovalCheck(DecidePlanChange decide) {
        this.decide = decide;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_ApprovePlan");
    }

    @Override
    public Class<RecordPlanDecisionWorker.Input> answers() {
        return RecordPlanDecisionWorker.Input.class;
    }

    @Override
    public boolean needsLogin() {
        return true;
    }

    @Override
    public Optional<String> problemWith(RecordPlanDecisionWorker.Input answers, String person) {
        return decide.problemWith(
                answers.planChange(),
                FormValues.answer(answers.approved()),
                FormValues.text(answers.approvalReason()),
                person);
    }
}
