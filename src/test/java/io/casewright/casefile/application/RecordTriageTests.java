package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RecordTriage.Course;
import io.casewright.casefile.application.RecordTriage.Outcome;
import io.casewright.casefile.application.RecordTriage.Triage;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class RecordTriageTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordTriage recordTriage;

    @Autowired
    WithdrawCase withdrawCase;

    @Test
    void anAgentsTriageSendsTheCaseToItsQueueUnderTheAgentsName() {
        var number = desk.registered();
        var outcome = triage(number, byAgent(Remit.INSIDE, null), "nina");
        assertThat(outcome.course()).isEqualTo(Course.DIAGNOSE);
        assertThat(outcome.facts().queue()).isEqualTo("subscription");
        assertThat(outcome.facts().severity()).isEqualTo("minimal");
        assertThat(outcome.facts().priority()).isEqualTo(20);
        assertThat(outcome.facts().category()).isEqualTo("billing");
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        var entry = witness.latestOf(number);
        assertThat(entry.kind()).isEqualTo(Kind.TRIAGED);
        assertThat(entry.actor()).isEqualTo(Actor.agent("nina"));
        assertThat(entry.elementId()).isEqualTo("serviceTask_RecordTriage");
    }

    @Test
    void whatIsSomebodyElsesIsRedirectedAndNotYetClosed() {
        var number = desk.registered();
        assertThat(triage(number, byAgent(Remit.SCAM, null), "nina").course()).isEqualTo(Course.REDIRECT);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RECEIVED);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.TRIAGED);
    }

    @Test
    void aRequestThatIsOpenAlreadyIsJoinedWhateverElseWasChosen() {
        var open = desk.diagnosing();
        var number = desk.registered();
        var outcome = triage(number, new Triage(null, null, null, null, open.value(), true, "Same"), "nina");
        assertThat(outcome.course()).isEqualTo(Course.JOIN);
    }

    @ParameterizedTest
    @CsvSource({
        ", MINIMAL, BILLING, INSIDE, Category: choose one.",
        "BILLING, , BILLING, INSIDE, Severity: choose one.",
        "BILLING, MINIMAL, , INSIDE, Queue: choose one.",
        "BILLING, MINIMAL, BILLING, , Whose it is: choose one."
    })
    void saysWhatIsMissingAndKeepsNothing(
            @Nullable Category category,
            @Nullable Severity severity,
            @Nullable Queue queue,
            @Nullable Remit remit,
            String sentence) {
        var number = desk.registered();
        var kept = witness.everythingAbout(number);
        var triage = new Triage(category, severity, queue, remit, null, true, "Said");
        assertThat(recordTriage.problemWith(number, triage)).contains(sentence);
        assertThatThrownBy(() -> triage(number, triage, "nina"))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining(number.value())
                .hasMessageContaining(sentence);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void namesWhyAnOpenCaseCannotBeTheSame() {
        var number = desk.registered();
        var ended = desk.diagnosing();
        withdrawCase.withdraw(ended, null, "portal");
        var foreign = desk.diagnosing(ARequest.from("adatum.example", "it@adatum.example"));
        var kept = witness.everythingAbout(number);

        assertThat(joining(number, "CW-1999-000001")).contains("no case CW-1999-000001");
        assertThat(joining(number, "{{x}} ' OR 1=1")).contains("no case {{x}} ' OR 1=1");
        assertThat(joining(number, number.value())).contains("with itself");
        assertThat(joining(number, foreign.value())).contains("another customer");
        assertThat(joining(number, ended.value())).contains("WITHDRAWN");
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void isNotTakenForACaseWithdrawnMeanwhile() {
        var number = desk.registered();
        withdrawCase.withdraw(number, null, "portal");
        var kept = witness.everythingAbout(number);
        assertThat(recordTriage.problemWith(number, byAgent(Remit.INSIDE, null)).orElseThrow())
                .contains("WITHDRAWN");
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    private String joining(CaseNumber number, String open) {
        return recordTriage.problemWith(number, byAgent(Remit.INSIDE, open)).orElseThrow();
    }

    private Outcome triage(CaseNumber number, Triage triage, String agent) {
        return recordTriage.record(number, triage, agent, CaseDesk.step("serviceTask_RecordTriage"));
    }

    private static Triage byAgent(Remit remit, @Nullable String duplicateOf) {
        return new Triage(
                Category.BILLING, Severity.MINIMAL, Queue.SUBSCRIPTION, remit, duplicateOf, true, "Reads like it");
    }
}
