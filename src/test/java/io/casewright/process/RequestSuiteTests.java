package io.casewright.process;

import static io.casewright.process.RequestSuite.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.process.RequestSuite.Outcome;
import io.casewright.triage.RequestReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well requests are read and judged with nobody helping. None of these texts is training data; those that were held back
 * were written before anything was learned for them, and guard against a reader that was made for the samples.
 */
class RequestSuiteTests {

    private static final String SAMPLES = "src/test/resources/requests/requests.json";

    @RegisterExtension
    static final EngineHarness ENGINE = EngineHarness.forDecisions();

    private static final RequestReader READER = new RequestReader();

    private final RequestSuite suite = new RequestSuite(READER, ENGINE);

    /** The bars of the desk, for any requests of these kinds: of 57, so many. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                SAMPLES,
                "src/test/resources/requests/requests-2.json",
                "src/test/resources/requests/held-back.json",
                "src/main/resources/triage/held-out.json"
            })
    void areMostlyRight(String file) {
        List<Outcome> outcomes = suite.run(file);
        int size = outcomes.size();
        assertThat(size).isGreaterThanOrEqualTo(20);
        assertThat(count(outcomes, Outcome::categoryRight))
                .as("categories right")
                .isGreaterThanOrEqualTo(size * 54L / 57);
        assertThat(count(outcomes, Outcome::severityRight))
                .as("severities right")
                .isGreaterThanOrEqualTo(size * 43L / 57);
        long decided = count(outcomes, Outcome::decided);
        assertThat(decided).as("decided without a person").isGreaterThanOrEqualTo(size * 35L / 57);
        assertThat(count(outcomes, Outcome::severityRightlyDecided))
                .as("severities right of those decided without a person")
                .isGreaterThanOrEqualTo(decided * 85 / 100);
        assertThat(outcomes)
                .as("critical ones told as minimal without a person")
                .noneMatch(Outcome::harmfullyDecided);
    }

    @Test
    void aHostileTextIsOnlyText() {
        assertThat(suite.run(SAMPLES))
                .filteredOn(each -> each.id().equals("REQ-040"))
                .hasSize(1)
                .allMatch(each -> each.foundSeverity().equals("minimal"));
    }
}
