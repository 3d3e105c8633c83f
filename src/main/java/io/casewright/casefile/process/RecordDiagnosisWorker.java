package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.application.RecordDiagnosis.Diagnosis;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordDiagnosisWorker {

    private final RecordDiagnosis recordDiagnosis;

    RecordDiagnosisWorker(RecordDiagnosis recordDiagnosis) {
        this.recordDiagnosis = recordDiagnosis;
    }

    public record Input(
            String caseNumber,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String findings) {}

    public record Output(
            boolean diagnosisAccepted,
            String diagnosisProblem,
            @JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.recordDiagnosis")
    public Output recordDiagnosis(ActivatedJob job, @VariablesAsType Input input) {
        var diagnosis = new Diagnosis(
                FormValues.choice(Category.class, input.category),
                FormValues.choice(Severity.class, input.severity),
                FormValues.text(input.findings));
        var outcome = recordDiagnosis.record(new CaseNumber(input.caseNumber), diagnosis, EngineSteps.of(job));
        return new Output(outcome.refusal().isEmpty(), outcome.refusal().orElse(""), outcome.facts());
    }
}
