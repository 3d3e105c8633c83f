package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.process.RequestSuite.Outcome;
import io.casewright.triage.RequestReader;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How well requests are read and judged with nobody helping. None of these texts is training data; the held-out ones
 * guard against a reader that was made for the samples.
 */
class RequestSuiteTests {

    @RegisterExtension
    static final EngineHarness ENGINE = EngineHarness.forDecisions();

    private final RequestSuite suite = new RequestSuite(new RequestReader(), ENGINE);

    @Test
    void theSamplesAreMostlyRight() {
        List<Outcome> outcomes = suite.run("src/test/resources/requests/requests.json");
        assertThat(outcomes).hasSize(20);
        assertThat(count(outcomes, Outcome::categoryRight))
                .as("categories right")
                .isGreaterThanOrEqualTo(16);
        assertThat(count(outcomes, Outcome::severityRight))
                .as("severities right")
                .isGreaterThanOrEqualTo(14);
        assertThat(outcomes)
                .as("a hostile text is only text")
                .filteredOn(each -> each.id().equals("REQ-040"))
                .hasSize(1)
                .allMatch(each -> each.foundSeverity().equals("minimal"));
    }

    @Test
    void requestsThatNobodyTunedForAreMostlyRight() {
        List<Outcome> outcomes = suite.run("src/main/resources/triage/held-out.json");
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(30);
        assertThat(count(outcomes, Outcome::categoryRight))
                .as("categories right")
                .isGreaterThanOrEqualTo(outcomes.size() * 80L / 100);
        assertThat(count(outcomes, Outcome::severityRight))
                .as("severities right")
                .isGreaterThanOrEqualTo(outcomes.size() * 70L / 100);
        assertThat(count(outcomes, Outcome::wronglyDecided))
                .as("wrong without a person having looked")
                .isLessThanOrEqualTo(outcomes.size() * 10L / 100);
    }

    private static long count(List<Outcome> outcomes, Predicate<Outcome> holds) {
        return outcomes.stream().filter(holds).count();
    }
}
