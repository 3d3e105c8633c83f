package io.casewright.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(5));

    private static final Map<String, Consumer<SupportCase>> VERBS = Map.ofEntries(
            entry("register", supportCase -> supportCase.register(1)),
            entry("triage", SupportCaseTests::triage),
            entry("join", supportCase -> supportCase.join(new CaseNumber("CW-2026-000041"), NOW)),
            entry("redirect", supportCase -> supportCase.redirect(NOW)),
            entry("diagnoseAgain", SupportCase::diagnoseAgain),
            entry("diagnose", supportCase -> diagnose(supportCase, NextStep.RESOLVE)),
            entry("handTo", supportCase -> supportCase.handTo(Queue.BILLING, null)),
            entry("reassess", supportCase -> supportCase.reassess(Severity.CRITICAL)),
            entry("ask", supportCase -> supportCase.ask("Which users?", DUE)),
            entry("takeReply", SupportCase::takeReply),
            entry("closeUnanswered", supportCase -> supportCase.closeUnanswered(NOW)),
            entry("resolve", supportCase -> supportCase.resolve("solved", NOW, DUE)),
            entry("answer", supportCase -> supportCase.answer(CustomerAnswer.SOLVED)),
            entry("settle", supportCase -> supportCase.settle(NOW)),
            entry("reopen", SupportCase::reopen),
            entry("withdraw", supportCase -> supportCase.withdraw(NOW)));

    private static final Set<String> WHILE_OPEN = Set.of("handTo", "reassess", "withdraw");

    private static final Map<CaseStatus, Set<String>> ALLOWED = new EnumMap<>(Map.of(
            CaseStatus.RECEIVED, open("register", "triage", "join", "redirect"),
            CaseStatus.DIAGNOSING, open("redirect", "diagnoseAgain", "diagnose", "ask"),
            CaseStatus.WAITING_FOR_CUSTOMER, open("takeReply", "closeUnanswered"),
            CaseStatus.WAITING_FOR_SERVICE_INCIDENT, open("diagnoseAgain", "resolve"),
            CaseStatus.RESOLVING, open("diagnoseAgain", "resolve"),
            CaseStatus.HANDED_OFF, open("diagnoseAgain", "resolve", "ask"),
            CaseStatus.RESOLVED, open("diagnoseAgain", "answer", "settle"),
            CaseStatus.CLOSED, Set.of("reopen"),
            CaseStatus.WITHDRAWN, Set.of(),
            CaseStatus.DUPLICATE, Set.of()));

    @ParameterizedTest
    @EnumSource
    void allowsOnlyTheVerbsOfItsStatus(CaseStatus status) {
        for (var verb : VERBS.entrySet()) {
            var supportCase = aCaseThatIs(status);
            if (ALLOWED.get(status).contains(verb.getKey())) {
                verb.getValue().accept(supportCase);
            } else {
                assertThatThrownBy(() -> verb.getValue().accept(supportCase), verb.getKey())
                        .isInstanceOf(NotPossibleNow.class)
                        .hasMessageContaining("CW-2026-000042")
                        .hasMessageContaining(status.name());
                assertThat(supportCase.status()).isEqualTo(status);
            }
        }
    }

    @Test
    void closesWhenTheCustomerConfirms() {
        var supportCase = aCaseThatIs(CaseStatus.RESOLVED);
        supportCase.answer(CustomerAnswer.SOLVED);
        supportCase.settle(NOW);
        assertThat(supportCase.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(supportCase.endedAt()).contains(NOW);
    }

    @Test
    void closesWhenTheCustomerStaysSilent() {
        var supportCase = aCaseThatIs(CaseStatus.RESOLVED);
        supportCase.settle(NOW);
        assertThat(supportCase.status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void goesBackToDiagnosisWhenTheResolutionDidNotHelp() {
        var supportCase = aCaseThatIs(CaseStatus.RESOLVED);
        supportCase.answer(CustomerAnswer.NOT_SOLVED);
        supportCase.settle(NOW);
        assertThat(supportCase.status()).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(supportCase.endedAt()).isEmpty();
    }

    @Test
    void asksAgainAfterASecondResolution() {
        var supportCase = aCaseThatIs(CaseStatus.RESOLVED);
        supportCase.answer(CustomerAnswer.NOT_SOLVED);
        supportCase.settle(NOW);
        diagnose(supportCase, NextStep.RESOLVE);
        supportCase.resolve("another way", NOW, DUE);
        assertThat(supportCase.customerAnswer()).isEmpty();
    }

    @Test
    void takesTheSameAnswerTwiceButNoOther() {
        var supportCase = aCaseThatIs(CaseStatus.RESOLVED);
        supportCase.answer(CustomerAnswer.NOT_SOLVED);
        supportCase.answer(CustomerAnswer.NOT_SOLVED);
        assertThatThrownBy(() -> supportCase.answer(CustomerAnswer.SOLVED)).isInstanceOf(NotPossibleNow.class);
    }

    @Test
    void waitsForTheFirstLineUntilItIsTriaged() {
        assertThat(aCaseThatIs(CaseStatus.RECEIVED).queue()).isEqualTo(Queue.FIRST_LINE);
        assertThat(aCaseThatIs(CaseStatus.DIAGNOSING).queue()).isEqualTo(Queue.TECHNICAL);
    }

    @Test
    void goesToOtherSpecialistsWhenTheDiagnosisChangesItsCategory() {
        var supportCase = aCaseThatIs(CaseStatus.DIAGNOSING);
        supportCase.diagnose(
                new Diagnosis(Category.BILLING, Severity.MINIMAL, "a double line", NextStep.RESOLVE, null, null));
        assertThat(supportCase.queue()).isEqualTo(Queue.BILLING);
    }

    @Test
    void staysWithTheQueueItWasHandedToWhenTheCategoryStays() {
        var supportCase = aCaseThatIs(CaseStatus.DIAGNOSING);
        supportCase.handTo(Queue.DUTY_MANAGER, "so far");
        diagnose(supportCase, NextStep.RESOLVE);
        assertThat(supportCase.queue()).isEqualTo(Queue.DUTY_MANAGER);
    }

    @Test
    void keepsWhatWasFoundWhenItIsHandedOver() {
        var supportCase = aCaseThatIs(CaseStatus.DIAGNOSING);
        supportCase.handTo(Queue.BILLING, "so far");
        assertThat(supportCase.findings()).contains("so far");
    }

    @Test
    void goesOnWithItsHistoryWhenItIsReopened() {
        var supportCase = aCaseThatIs(CaseStatus.CLOSED);
        supportCase.reopen();
        assertThat(supportCase.status()).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(supportCase.endedAt()).isEmpty();
        assertThat(supportCase.resolution()).contains("solved");
    }

    @Test
    void everyStatusHasBeenThoughtOf() {
        assertThat(ALLOWED.keySet()).isEqualTo(EnumSet.allOf(CaseStatus.class));
    }

    private static Map.Entry<String, Consumer<SupportCase>> entry(String name, Consumer<SupportCase> verb) {
        return Map.entry(name, verb);
    }

    private static Set<String> open(String... verbs) {
        var all = new HashSet<>(WHILE_OPEN);
        all.addAll(Set.of(verbs));
        return all;
    }

    private static void triage(SupportCase supportCase) {
        supportCase.triage(Category.TECHNICAL, Severity.CRITICAL, Queue.TECHNICAL);
    }

    private static void diagnose(SupportCase supportCase, NextStep nextStep) {
        supportCase.diagnose(new Diagnosis(Category.TECHNICAL, Severity.CRITICAL, "found", nextStep, null, "EX900001"));
    }

    private static SupportCase aCaseThatIs(CaseStatus status) {
        var supportCase = new SupportCase(
                new CaseNumber("CW-2026-000042"),
                new IntakeKey("api:x", "f"),
                1,
                1,
                new Request(Channel.API, "s", "d", null, null, Severity.MODERATE, false, "en", null, null, null),
                NOW);
        supportCase.register(1);
        switch (status) {
            case RECEIVED -> {}
            case WITHDRAWN -> supportCase.withdraw(NOW);
            case DUPLICATE -> supportCase.join(new CaseNumber("CW-2026-000041"), NOW);
            case DIAGNOSING -> triage(supportCase);
            case WAITING_FOR_CUSTOMER -> {
                triage(supportCase);
                supportCase.ask("Which users?", DUE);
            }
            case WAITING_FOR_SERVICE_INCIDENT -> {
                triage(supportCase);
                diagnose(supportCase, NextStep.KNOWN_ISSUE);
            }
            case HANDED_OFF -> {
                triage(supportCase);
                diagnose(supportCase, NextStep.HAND_OFF);
            }
            case RESOLVING, RESOLVED, CLOSED -> {
                triage(supportCase);
                diagnose(supportCase, NextStep.RESOLVE);
                if (status != CaseStatus.RESOLVING) {
                    supportCase.resolve("solved", NOW, DUE);
                }
                if (status == CaseStatus.CLOSED) {
                    supportCase.settle(NOW);
                }
            }
        }
        return supportCase;
    }
}
