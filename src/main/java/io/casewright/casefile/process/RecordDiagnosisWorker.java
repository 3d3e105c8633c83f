package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordDiagnosisWorker {

    private final RecordDiagnosis recordDiagnosis;
    private final Doers doers;

    RecordDiagnosisWorker(RecordDiagnosis recordDiagnosis, Doers doers) {
        this.recordDiagnosis = recordDiagnosis;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String findings,
            @Nullable String stepsTried,
            @Nullable String roleUsed,
            @Nullable String affectedScope,
            @Nullable String impact,
            @Nullable String reproduction,
            @Nullable String knownIssue,
            @Nullable String question,
            @Nullable String advice,
            @Nullable String handTo,
            DiagnosisCourse diagnosisCourse) {}

    /**
     * @param knownIssue as the case holds it when it waits for one; else what was typed or proposed stays
     * @param agent whose the next diagnosis of the case is; null leaves it to the queue
     * @param facts null when the answer was refused: what the agent typed stays as it stands
     */
    public record Output(
            boolean diagnosisAccepted,
            String diagnosisProblem,
            @Nullable String nextStep,
            @Nullable String handOffCategory,
            @Nullable String handTo,
            @Nullable String knownIssue,
            @Nullable String agent,
            @JsonUnwrapped @Nullable CaseFacts facts) {}

    @JobWorker(type = "casefile.recordDiagnosis")
    public Output recordDiagnosis(ActivatedJob job, @VariablesAsType Input input) {
        var course = input.diagnosisCourse;
        var findings = new RecordDiagnosis.Findings(
                FormValues.choice(Category.class, input.category),
                FormValues.choice(Severity.class, input.severity),
                FormValues.text(input.findings),
                FormValues.text(input.stepsTried),
                FormValues.text(input.roleUsed),
                FormValues.text(input.affectedScope),
                FormValues.text(input.impact),
                FormValues.text(input.reproduction),
                FormValues.text(input.knownIssue),
                FormValues.text(input.question),
                FormValues.text(input.advice),
                Queue.ofGroup(input.handTo),
                NextStep.of(course.nextStep()),
                course.handOffCategory());
        String agent = doers.before(job);
        var outcome = recordDiagnosis.record(new CaseNumber(input.caseNumber), findings, agent, EngineSteps.of(job));
        boolean refused = !outcome.refusal().isEmpty();
        return new Output(
                outcome.accepted(),
                outcome.refusal(),
                outcome.accepted() ? course.nextStep() : null,
                outcome.accepted() ? course.handOffCategory() : null,
                null,
                outcome.knownIssue().orElse(input.knownIssue),
                findings.handTo() == null ? agent : null,
                refused ? null : outcome.facts());
    }
}
