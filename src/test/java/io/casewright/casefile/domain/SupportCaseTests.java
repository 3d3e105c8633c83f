package io.casewright.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(5));

    private static final Map<String, Consumer<SupportCase>> VERBS = Map.of(
            "register", supportCase -> supportCase.register(1),
            "diagnose", supportCase -> supportCase.diagnose(Category.BILLING, Severity.MINIMAL, "found"),
            "resolve", supportCase -> supportCase.resolve("solved", NOW, DUE),
            "answer", supportCase -> supportCase.answer(CustomerAnswer.SOLVED),
            "settle", supportCase -> supportCase.settle(NOW),
            "withdraw", supportCase -> supportCase.withdraw(NOW));

    private static final Map<CaseStatus, Set<String>> ALLOWED = new EnumMap<>(Map.of(
            CaseStatus.RECEIVED, Set.of("register", "withdraw"),
            CaseStatus.DIAGNOSING, Set.of("diagnose", "withdraw"),
            CaseStatus.RESOLVING, Set.of("resolve", "withdraw"),
            CaseStatus.RESOLVED, Set.of("answer", "settle", "withdraw"),
            CaseStatus.CLOSED, Set.of(),
            CaseStatus.WITHDRAWN, Set.of()));

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
        supportCase.diagnose(Category.TECHNICAL, Severity.MODERATE, "another cause");
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
    void waitsForTheFirstLineUntilItsCategoryIsKnown() {
        var supportCase = aCaseThatIs(CaseStatus.DIAGNOSING);
        assertThat(supportCase.queue()).isEqualTo(Queue.FIRST_LINE);
        supportCase.diagnose(Category.BILLING, Severity.MINIMAL, "a double line");
        assertThat(supportCase.queue()).isEqualTo(Queue.BILLING);
    }

    @Test
    void everyStatusHasBeenThoughtOf() {
        assertThat(ALLOWED.keySet()).isEqualTo(EnumSet.allOf(CaseStatus.class));
    }

    private static SupportCase aCaseThatIs(CaseStatus status) {
        var supportCase = new SupportCase(
                new CaseNumber("CW-2026-000042"),
                new IntakeKey("api:x", "f"),
                1,
                1,
                new Request(Channel.API, "s", "d", null, null, Severity.MODERATE, "en", null, null, null),
                NOW);
        if (status == CaseStatus.WITHDRAWN) {
            supportCase.withdraw(NOW);
            return supportCase;
        }
        if (status.compareTo(CaseStatus.RECEIVED) > 0) {
            supportCase.register(1);
        }
        if (status.compareTo(CaseStatus.DIAGNOSING) > 0) {
            supportCase.diagnose(Category.TECHNICAL, Severity.CRITICAL, "found");
        }
        if (status.compareTo(CaseStatus.RESOLVING) > 0) {
            supportCase.resolve("solved", NOW, DUE);
        }
        if (status == CaseStatus.CLOSED) {
            supportCase.settle(NOW);
        }
        return supportCase;
    }
}
