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
import java.util.Objects;
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

    /**
     * What the form says.
     *
     * @param seenSeverity how urgent the case was by the form
     * @param cause what diagnosisCourse is decided by, with faultKind
     * @param check to be run before anything is recorded, like requestAccess
     */
    public record Input(
            String caseNumber,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String seenSeverity,
            @Nullable String findings,
            @Nullable String stepsTried,
            @Nullable String roleUsed,
            @Nullable String cause,
            @Nullable String faultKind,
            @Nullable String affectedScope,
            @Nullable String impact,
            @Nullable String reproduction,
            @Nullable String knownIssue,
            @Nullable String question,
            @Nullable String advice,
            @Nullable String handTo,
            @Nullable String check,
            @Nullable String requestAccess,
            @Nullable DiagnosisCourse diagnosisCourse) {

        RecordDiagnosis.Findings findings(DiagnosisCourse course) {
            return new RecordDiagnosis.Findings(
                    FormValues.choice(Category.class, category),
                    FormValues.choice(Severity.class, severity),
                    FormValues.choice(Severity.class, seenSeverity),
                    FormValues.text(findings),
                    FormValues.text(stepsTried),
                    FormValues.text(roleUsed),
                    FormValues.text(affectedScope),
                    FormValues.text(impact),
                    FormValues.text(reproduction),
                    FormValues.text(knownIssue),
                    FormValues.text(question),
                    FormValues.text(advice),
                    Queue.ofGroup(handTo),
                    NextStep.of(course.nextStep()),
                    course.handOffCategory());
        }
    }

    /**
     * @param handedOver whether another queue goes on with the diagnosis
     * @param knownIssue as the case holds it when it waits for one; else what was typed or proposed stays
     * @param agent whose the next diagnosis of the case is; null leaves it to the queue
     */
    public record Output(
            boolean handedOver,
            @Nullable String nextStep,
            @Nullable String handOffCategory,
            @Nullable String handTo,
            @Nullable String knownIssue,
            @Nullable String agent,
            @JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.recordDiagnosis")
    public Output recordDiagnosis(ActivatedJob job, @VariablesAsType Input input) {
        var course = Objects.requireNonNullElse(input.diagnosisCourse, DiagnosisCourse.NONE);
        String agent = doers.before(job);
        var outcome = recordDiagnosis.record(
                new CaseNumber(input.caseNumber), input.findings(course), agent, EngineSteps.of(job));
        boolean over = outcome.handedOver();
        return new Output(
                over,
                over ? null : course.nextStep(),
                over ? null : course.handOffCategory(),
                null,
                outcome.knownIssue().orElse(input.knownIssue),
                over ? null : agent,
                outcome.facts());
    }
}
