package io.casewright.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.platform.engine.Decisions;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisCheckTests {

    private static final CaseNumber NUMBER = new CaseNumber("CW-2026-000042");

    private final RecordDiagnosis recordDiagnosis = mock(RecordDiagnosis.class);
    private final Decisions decisions = mock(Decisions.class);
    private final DiagnosisCheck check = new DiagnosisCheck(recordDiagnosis, decisions);

    @Test
    void goesByWhatTheDecisionSaysOfTheCause() {
        var cause = new HashMap<String, Object>();
        cause.put("cause", "service-fault");
        cause.put("faultKind", "bug");
        when(decisions.decide("diagnosisCourse", cause, DiagnosisCourse.class))
                .thenReturn(Optional.of(new DiagnosisCourse("hand-off", "BUG_OR_IRREGULARITY")));
        when(recordDiagnosis.problemWith(eq(NUMBER), argThat(findings -> findings.nextStep() == NextStep.HAND_OFF)))
                .thenReturn(Optional.of("Role used: choose one."));
        assertThat(check.problemWith(answers("service-fault", "bug", null, null), "demo"))
                .contains("Role used: choose one.");
    }

    @Test
    void aCauseThatNoRuleFitsLeadsNowhere() {
        when(decisions.decide(anyString(), any(), any())).thenReturn(Optional.empty());
        when(recordDiagnosis.problemWith(eq(NUMBER), argThat(findings -> findings.nextStep() == null)))
                .thenReturn(Optional.of("Cause: choose one."));
        assertThat(check.problemWith(answers(null, null, null, null), "demo")).contains("Cause: choose one.");
    }

    @ParameterizedTest
    @CsvSource({"service-status,", ", look-into"})
    void whoeverWantsSomethingFirstNeedNotBeDone(@Nullable String wanted, @Nullable String access) {
        assertThat(check.problemWith(answers(null, null, wanted, access), "demo"))
                .isEmpty();
        verifyNoInteractions(recordDiagnosis, decisions);
    }

    private static RecordDiagnosisWorker.Input answers(
            @Nullable String cause, @Nullable String faultKind, @Nullable String wanted, @Nullable String access) {
        return new RecordDiagnosisWorker.Input(
                NUMBER.value(),
                "technical",
                "critical",
                null,
                "A loop",
                null,
                null,
                cause,
                faultKind,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                wanted,
                access,
                null);
    }
}
