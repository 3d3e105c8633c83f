package io.casewright.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.Decisions;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionCheckTests {

    private static final CaseNumber NUMBER = new CaseNumber("CW-2026-000042");

    private final RecordResolution recordResolution = mock(RecordResolution.class);
    private final Decisions decisions = mock(Decisions.class);
    private final ResolutionCheck check = new ResolutionCheck(recordResolution, decisions);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesByWhatTheDecisionSaysOfActionAndAmount(boolean needed) {
        when(decisions.decide(
                        "approval", Map.of("action", "credit", "amount", new BigDecimal("12.50")), Approval.class))
                .thenReturn(Optional.of(new Approval(needed, "Costs money.")));
        when(recordResolution.costOf(eq(NUMBER), any())).thenReturn(Optional.of(new BigDecimal("12.50")));
        when(recordResolution.problemWith(eq(NUMBER), argThat(plan -> plan.approvalNeeded() == needed), eq("demo")))
                .thenReturn(Optional.of("What exactly is to be done: required."));
        assertThat(check.problemWith(answers("credit", "12,50"), "demo"))
                .contains("What exactly is to be done: required.");
    }

    @Test
    void withoutAWordOfTheDecisionASecondPersonIsAsked() {
        when(decisions.decide(anyString(), any(), any())).thenReturn(Optional.empty());
        when(recordResolution.problemWith(eq(NUMBER), argThat(plan -> plan.approvalNeeded()), eq("demo")))
                .thenReturn(Optional.of("What exactly is to be done: required."));
        assertThat(check.problemWith(answers("give-away", null), "demo")).isPresent();
    }

    @Test
    void toLookAtAnInvoiceNeedsNoWords() {
        assertThat(check.problemWith(answers("read-invoice", null), "demo")).isEmpty();
        verifyNoInteractions(recordResolution, decisions);
    }

    private static RecordResolutionWorker.Input answers(String action, @Nullable String amount) {
        return new RecordResolutionWorker.Input(
                NUMBER.value(), new PlanAnswers(action, null, amount, null, null, null, null, null), null);
    }
}
