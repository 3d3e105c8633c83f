package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what an agent found out. */
@Service
public class RecordDiagnosis {

    private final CaseSteps steps;

    RecordDiagnosis(CaseSteps steps) {
        this.steps = steps;
    }

    /** What an agent answered; nothing here is trusted to be complete. */
    public record Diagnosis(
            @Nullable Category category,
            @Nullable Severity severity,
            @Nullable String findings) {}

    /** The case after the step, and why the diagnosis was refused if it was. */
    public record Outcome(CaseFacts facts, Optional<String> refusal) {}

    @Transactional
    public Outcome record(CaseNumber number, Diagnosis diagnosis, Step step) {
        var found = steps.find(number);
        Category category = diagnosis.category();
        Severity severity = diagnosis.severity();
        String findings = diagnosis.findings();
        Optional<String> refusal = AgentText.problemWith(found, "Findings", findings)
                .or(() -> category == null ? Optional.of("Category: choose one.") : Optional.empty())
                .or(() -> severity == null ? Optional.of("Severity: choose one.") : Optional.empty());
        if (refusal.isEmpty() && category != null && severity != null && findings != null) {
            steps.once(found, step, supportCase -> {
                supportCase.diagnose(category, severity, findings);
                steps.record(supportCase, TimelineEntry.Kind.DIAGNOSED, Actor.AGENT, step, findings);
            });
        }
        return new Outcome(steps.factsOf(found), refusal);
    }
}
