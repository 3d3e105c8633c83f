package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RecordDiagnosis.Findings;
import io.casewright.casefile.application.RecordDiagnosis.Outcome;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class RecordDiagnosisTests {

    private static final String HOSTILE = "A loop <script>alert(1)</script> {{name}} ${7*7} %s";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordDiagnosis recordDiagnosis;

    @Autowired
    EvidenceStore evidence;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReplanCase replanCase;

    @Test
    void keepsWhatWasFoundAndEachProofOfItUnderItsName() {
        var number = desk.diagnosing();
        var outcome =
                record(number, found(HOSTILE, "Read the trace", "Exchange Administrator", null, NextStep.RESOLVE));
        assertThat(outcome.handedOver()).isFalse();
        assertThat(witness.caseOf(number).findings()).contains(HOSTILE);
        var entry = witness.latestOf(number);
        assertThat(entry.kind()).isEqualTo(Kind.DIAGNOSED);
        assertThat(entry.actor()).isEqualTo(Actor.agent("nina"));
        assertThat(entry.text()).isEqualTo(HOSTILE);
        assertThat(evidence.findByCaseIdOrderById(witness.caseOf(number).id()))
                .extracting(Evidence::kind, Evidence::role, Evidence::recordedBy)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                Evidence.Kind.TROUBLESHOOTING, "Exchange Administrator", "nina"),
                        org.assertj.core.api.Assertions.tuple(Evidence.Kind.SCOPE, null, "nina"),
                        org.assertj.core.api.Assertions.tuple(Evidence.Kind.IMPACT, null, "nina"),
                        org.assertj.core.api.Assertions.tuple(Evidence.Kind.REPRODUCTION, null, "nina"));
    }

    /** What a form would not send, but the engine's interface lets through. */
    static Stream<Findings> impossible() {
        return Stream.of(
                found("x".repeat(AgentText.MAXIMUM + 1), null, null, null, NextStep.RESOLVE),
                found("Found", "Tried", "r".repeat(121), null, NextStep.RESOLVE),
                found("Found", "Tried", "Teams Administrator", null, NextStep.RESOLVE),
                found("Found", "Tried", "Global Administrator", null, NextStep.RESOLVE),
                found("Found", "Tried", "Chief of everything", null, NextStep.RESOLVE),
                found("Found", null, null, null, null),
                found("Found", null, null, "EX" + "9".repeat(79), NextStep.KNOWN_ISSUE),
                found("Found", null, null, " ", NextStep.KNOWN_ISSUE),
                handedTo(Queue.BILLING, "x".repeat(70_000)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void saysWhatIsWrongAndKeepsNothing(Findings findings) {
        var number = desk.diagnosing();
        var kept = witness.everythingAbout(number);
        assertThat(problemWith(number, findings)).matches("[A-Z][a-z ]+: .*\\.");
        assertThatThrownBy(() -> record(number, findings))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining(number.value());
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"ASK, Question", "NOTHING, Advice"})
    void asksForTheWordsThatTheCustomerIsToGet(NextStep nextStep, String field) {
        var number = desk.diagnosing();
        assertThat(problemWith(number, wordless(nextStep, null))).isEqualTo(field + ": required.");
        assertThat(problemWith(number, wordless(nextStep, "x".repeat(AgentText.MAXIMUM + 1))))
                .startsWith(field + ": at most " + AgentText.MAXIMUM + " characters");
        record(number, wordless(nextStep, "x".repeat(AgentText.MAXIMUM)));
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.DIAGNOSED);
    }

    @Test
    void anIssueIsForgottenWhenTheNextDiagnosisIsAnother() {
        var number = desk.diagnosing();
        record(number, found("Known", null, null, "EX900001", NextStep.KNOWN_ISSUE));
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_SERVICE_INCIDENT);
        assertThat(witness.caseOf(number).knownIssue()).contains("EX900001");

        var again = desk.diagnosing();
        // The form still shows what was proposed.
        record(again, found("Our own rule", null, null, "EX900001", NextStep.RESOLVE));
        assertThat(witness.caseOf(again).knownIssue()).isEmpty();
    }

    @Test
    void theQueueFollowsTheCategoryOnlyWhenThatChanges() {
        var number = desk.diagnosing();
        record(number, handedTo(Queue.DUTY_MANAGER, "Angry"));
        assertThat(record(number, found("Found", null, null, null, NextStep.ASK))
                        .facts()
                        .queue())
                .isEqualTo("duty-manager");
    }

    @Test
    void aCaseHandedOverKeepsItsStateAndWhatWasFoundBefore() {
        var number = desk.diagnosing();
        record(number, handedTo(Queue.BILLING, "Looks like an invoice"));
        var outcome = record(number, handedTo(Queue.SUBSCRIPTION, null));
        assertThat(outcome.handedOver()).isTrue();
        assertThat(witness.caseOf(number).findings()).contains("Looks like an invoice");
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.HANDED_OVER);
        assertThat(witness.latestOf(number).text()).isEqualTo("subscription");
    }

    @Test
    void aCaseThatEndedIsNeitherDiagnosedNorHandedOver() {
        var number = desk.diagnosing();
        withdrawCase.withdraw(number, null, "portal");
        var kept = witness.everythingAbout(number);
        assertThat(problemWith(number, found("Late", null, null, null, NextStep.RESOLVE)))
                .contains("WITHDRAWN");
        assertThat(problemWith(number, handedTo(Queue.BILLING, "Late"))).contains("WITHDRAWN");
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void aCaseIsNotDiagnosedTwiceByTwoSteps() {
        var number = desk.resolving();
        var kept = witness.everythingAbout(number);
        assertThatThrownBy(() -> record(number, found("Again", null, null, null, NextStep.ASK)))
                .isInstanceOf(NotPossibleNow.class);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    /** A customer's new severity and an agent's diagnosis at the same moment: one of them has to look again. */
    @Test
    void aChangeAtTheSameMomentIsNotOverwritten() throws Exception {
        for (int round = 0; round < 3; round++) {
            var number = desk.diagnosing();
            var start = new CountDownLatch(2);
            var failures = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
            Thread diagnosing = Thread.startVirtualThread(() ->
                    attempt(start, failures, () -> record(number, found("Found", null, null, null, NextStep.RESOLVE))));
            Thread reassessing = Thread.startVirtualThread(
                    () -> attempt(start, failures, () -> replanCase.reassess(number, Severity.MODERATE, "portal")));
            diagnosing.join();
            reassessing.join();
            assertThat(failures)
                    .hasSizeLessThan(2)
                    .allSatisfy(each ->
                            assertThat(each).isInstanceOf(org.springframework.dao.ConcurrencyFailureException.class));
            assertThat(witness.happeningsOf(number).size()).isEqualTo(3 + 2 - failures.size());
        }
    }

    private static void attempt(CountDownLatch start, java.util.Collection<Throwable> failures, Runnable action) {
        start.countDown();
        try {
            start.await();
            action.run();
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private String problemWith(CaseNumber number, Findings findings) {
        return recordDiagnosis.problemWith(number, findings).orElseThrow();
    }

    private Outcome record(CaseNumber number, Findings findings) {
        return recordDiagnosis.record(number, findings, "nina", CaseDesk.step("serviceTask_RecordDiagnosis"));
    }

    private static Findings found(
            String findings,
            @Nullable String tried,
            @Nullable String role,
            @Nullable String knownIssue,
            @Nullable NextStep nextStep) {
        return new Findings(
                Category.TECHNICAL,
                Severity.CRITICAL,
                null,
                findings,
                tried,
                role,
                "All tenants",
                "Nobody gets mail",
                "Send one",
                knownIssue,
                "Which users?",
                "Please turn to the maker.",
                null,
                nextStep,
                null);
    }

    private static Findings wordless(NextStep nextStep, @Nullable String words) {
        return new Findings(
                Category.TECHNICAL,
                Severity.CRITICAL,
                null,
                "Found",
                null,
                null,
                null,
                null,
                null,
                null,
                words,
                words,
                null,
                nextStep,
                null);
    }

    private static Findings handedTo(Queue queue, @Nullable String findings) {
        return new Findings(
                null, null, null, findings, null, null, null, null, null, null, null, null, queue, null, null);
    }
}
