package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the decision triage makes of the facts of a request. */
class TriageDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private final Decision triage = new Decision(ENGINE, "triage");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text suggests | confidence | facts that hold         | customer stated | category     | queue        | person | remit
            billing         | 0.9        |                         |                 | billing      | billing      | false  | inside
            subscription    | 0.9        |                         |                 | subscription | subscription | false  | inside
            technical       | 0.9        |                         |                 | technical    | technical    | false  | inside
            technical       | 0.6        |                         |                 | technical    | technical    | false  | inside
            technical       | 0.59       |                         |                 | technical    | first-line   | true   | inside
            billing         | 0.9        |                         | billing         | billing      | billing      | false  | inside
            billing         | 0.9        |                         | technical       | technical    | first-line   | true   | inside
            billing         | 0.4        |                         | technical       | technical    | technical    | false  | inside
            technical       | 0.9        | tooVague                |                 | technical    | first-line   | true   | inside
            technical       | 0.9        | tooVague                | technical       | technical    | first-line   | true   | inside
            technical       | 0.9        | fraudConcern            |                 | billing      | billing      | false  | inside
            billing         | 0.9        | billingDispute          |                 | billing      | billing      | false  | inside
            technical       | 0.9        | billingDispute          |                 | technical    | technical    | false  | inside
            billing         | 0.9        | scam                    |                 | technical    | technical    | false  | scam
            technical       | 0.3        | scam tooVague           | billing         | technical    | technical    | false  | scam
            billing         | 0.9        | directWithMicrosoft     |                 | billing      | first-line   | false  | direct-with-microsoft
            subscription    | 0.9        | thirdPartyProduct       |                 | subscription | first-line   | false  | third-party
            subscription    | 0.5        | thirdPartyProduct       |                 | subscription | first-line   | true   | third-party
            """)
    void triages(
            String suggested,
            double confidence,
            String holding,
            String stated,
            String category,
            String queue,
            boolean person,
            String remit) {
        var result = triage.evaluate(variables(suggested, confidence, holding, stated, "m365"));
        assertThat(result)
                .containsEntry("category", category)
                .containsEntry("queue", queue)
                .containsEntry("needsPerson", person)
                .containsEntry("remit", remit);
        assertThat((String) result.get("triageReason")).endsWith(".");
    }

    @Test
    void aProductOfTheMarketplaceIsTheBusinessOfItsMaker() {
        assertThat(triage.evaluate(variables("technical", 0.9, null, null, "third-party")))
                .containsEntry("remit", "third-party");
    }

    @Test
    void theReasonNamesTheContradiction() {
        assertThat(triage.evaluate(variables("billing", 0.9, null, "technical", "m365")))
                .containsEntry("triageReason", "The customer says technical, the text speaks of billing.");
    }

    @Test
    void theStatedCategoryMayBeMissingAltogether() {
        Map<String, Object> variables = variables("billing", 0.9, null, null, "m365");
        variables.remove("statedCategory");
        assertThat(triage.evaluate(variables)).containsEntry("category", "billing");
    }

    private static Map<String, Object> variables(
            String suggested, double confidence, String holding, String stated, String family) {
        var variables = new HashMap<String, Object>();
        variables.put(
                "facts",
                Decision.facts(
                        holding,
                        Map.of(
                                "suggestedCategory",
                                suggested,
                                "categoryConfidence",
                                confidence,
                                "productFamily",
                                family)));
        variables.put("statedCategory", stated);
        return variables;
    }
}
