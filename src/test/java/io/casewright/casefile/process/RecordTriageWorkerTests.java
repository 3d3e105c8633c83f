package io.casewright.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class RecordTriageWorkerTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordTriageWorker recordTriage;

    @Autowired
    TriageCheck triageCheck;

    @Test
    void takesTheProposalWhereNoAgentWasAsked() {
        var number = desk.registered();
        var output = triage(number, null, null, null, null);
        assertThat(output.triageCourse()).isEqualTo("diagnose");
        assertThat(output.facts().category()).isEqualTo("technical");
        assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.SYSTEM);
        assertThat(witness.latestOf(number).text()).isEqualTo("Reads like it. Work stopped.");
    }

    /** An answer with a gap must not be filled from the proposal that the agent was asked about. */
    @ParameterizedTest
    @CsvSource({
        ", minimal, billing, scam, Category",
        "refund, minimal, billing, scam, Category",
        "billing, , billing, scam, Severity",
        "billing, {{x}}, billing, scam, Severity",
        "billing, minimal, nobody, scam, Queue",
        "billing, minimal, billing, ours, Whose it is"
    })
    void anIncompleteOrImpossibleAnswerIsRefused(
            @Nullable String category,
            @Nullable String severity,
            @Nullable String queue,
            @Nullable String remit,
            String field) {
        var number = desk.registered();
        assertThat(triageCheck.problemWith(input(number, category, severity, queue, remit), "agent"))
                .contains(field + ": choose one.");
        assertThatThrownBy(() -> triage(number, category, severity, queue, remit))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining(field + ": choose one.");
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RECEIVED);
    }

    private RecordTriageWorker.Output triage(
            CaseNumber number,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String queue,
            @Nullable String remit) {
        return recordTriage.recordTriage(
                CaseDesk.jobOf(CaseDesk.step("serviceTask_RecordTriage")),
                input(number, category, severity, queue, remit));
    }

    private static RecordTriageWorker.Input input(
            CaseNumber number,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String queue,
            @Nullable String remit) {
        return new RecordTriageWorker.Input(
                number.value(),
                category,
                severity,
                queue,
                remit,
                null,
                new TriageProposal("technical", "technical", "inside", "Reads like it."),
                new SeverityProposal("critical", "Work stopped.", false));
    }
}
