package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.Decisions;
import io.casewright.task.FormCheck;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ResolutionCheck implements FormCheck<RecordResolutionWorker.Input> {

    /** Only looks something up; nothing is recorded by it. */
    private static final String READ_INVOICE = "read-invoice";

    private final RecordResolution recordResolution;
    private final Decisions decisions;

    ResolutionCheck(RecordResolution recordResolution, Decisions decisions) {
        this.recordResolution = recordResolution;
        this.decisions = decisions;
    }

    @Override
    public Set<String> elements() {
        return Set.of(
                "userTask_ResolveBillingCase", "userTask_ResolveSubscriptionCase", "userTask_ResolveTechnicalCase");
    }

    @Override
    public Class<RecordResolutionWorker.Input> answers() {
        return RecordResolutionWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordResolutionWorker.Input answers, String person) {
        var number = new CaseNumber(answers.caseNumber());
        var plan = answers.answers();
        return READ_INVOICE.equals(plan.action())
                ? Optional.empty()
                : recordResolution.problemWith(number, plan.plan(isApprovalNeeded(number, plan)), person);
    }

    /** As the process asks it afterwards; where the amount is not understood, that is the problem. */
    private boolean isApprovalNeeded(CaseNumber number, PlanAnswers answers) {
        var planned = new HashMap<String, Object>();
        planned.put("action", answers.action());
        planned.put(
                "amount", recordResolution.costOf(number, answers.plan(false)).orElse(null));
        return decisions
                .decide("approval", planned, Approval.class)
                .map(Approval::approvalNeeded)
                .orElse(true);
    }
}
