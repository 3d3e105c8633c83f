package io.casewright.process;

import static io.casewright.process.RequestSuite.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.process.RequestSuite.Outcome;
import io.casewright.triage.RequestReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well requests are read and judged with nobody helping. None of these texts is training data; those that were held back
 * were written before anything was learned for them, and guard against a reader that was made for the samples.
 */
class RequestSuiteTests {

    private static final String SAMPLES = "src/test/resources/requests/requests.json";

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private static final RequestReader READER = new RequestReader();

    private final RequestSuite suite = new RequestSuite(READER, ENGINE);

    /**
     * The desk asks of 57 requests: 54 categories, 43 severities, 35 decided without a person and of those 85 % of severities
     * right. The first three stand here as what is reached of each file, so that a change that reads worse is seen.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            src/test/resources/requests/requests.json   | 18 | 17 | 11
            src/test/resources/requests/requests-2.json | 18 | 14 | 10
            src/test/resources/requests/held-back.json  | 60 | 54 | 41
            src/main/resources/triage/held-out.json     | 44 | 43 | 30
            """)
    void areMostlyRight(String file, int categories, int severities, int decisions) {
        List<Outcome> outcomes = suite.run(file);
        assertThat(count(outcomes, Outcome::categoryRight))
                .as("categories right")
                .isGreaterThanOrEqualTo(categories);
        assertThat(count(outcomes, Outcome::severityRight))
                .as("severities right")
                .isGreaterThanOrEqualTo(severities);
        long decided = count(outcomes, Outcome::decided);
        assertThat(decided).as("decided without a person").isGreaterThanOrEqualTo(decisions);
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
