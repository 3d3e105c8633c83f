package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.Decisions;
import io.casewright.task.FormCheck;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class DiagnosisCheck implements FormCheck<RecordDiagnosisWorker.Input> {

    private final RecordDiagnosis recordDiagnosis;
    private final Decisions decisions;

    DiagnosisCheck(RecordDiagnosis recordDiagnosis, Decisions decisions) {
        this.recordDiagnosis = recordDiagnosis;
        this.decisions = decisions;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_DiagnoseCase");
    }

    @Override
    public Class<RecordDiagnosisWorker.Input> answers() {
        return RecordDiagnosisWorker.Input.class;
    }

    /** Whoever first wants a check run, or access, has not said the last word yet. */
    @Override
    public Optional<String> problemWith(RecordDiagnosisWorker.Input answers, String person) {
        return answers.check() != null || answers.requestAccess() != null
                ? Optional.empty()
                : recordDiagnosis.problemWith(
                        new CaseNumber(answers.caseNumber()), answers.findings(courseOf(answers)));
    }

    private DiagnosisCourse courseOf(RecordDiagnosisWorker.Input answers) {
        var said = new HashMap<String, Object>();
        said.put("cause", answers.cause());
        said.put("faultKind", answers.faultKind());
        return decisions.decide("diagnosisCourse", said, DiagnosisCourse.class).orElse(DiagnosisCourse.NONE);
    }
}
