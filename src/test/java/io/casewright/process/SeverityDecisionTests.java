package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How severe a request is, by its facts and by what the customer stated. */
class SeverityDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private final Decision severity = new Decision(ENGINE, "severity");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # facts that hold                   | remit                 | affected | stated   | learned       | severity | a person
                                                | inside                |          |          | minimal 0.9   | minimal  | false
                                                | inside                |          |          | minimal 0.55  | minimal  | true
                                                | inside                |          |          | moderate 0.6  | moderate | true
                                                | inside                |          |          | moderate 0.8  | moderate | false
                                                | inside                |          |          | critical 0.5  | critical | true
            workStopped manyAffected            | inside                |          |          | critical 0.5  | critical | false
            workStopped manyAffected            | inside                |          |          | moderate 0.6  | critical | true
            workStopped singlePerson            | inside                | 1        |          | moderate 0.6  | moderate | false
            workStopped manyAffected            | third-party           | 50       |          | critical 0.9  | moderate | false
            workHindered manyAffected           | third-party           | 50       |          | moderate 0.9  | minimal  | false
            deadlineSoon                        | direct-with-microsoft |          |          | minimal 0.9   | minimal  | false
            workHindered                        | inside                |          |          | moderate 0.6  | moderate | false
            workHindered                        | inside                |          |          | minimal 0.9   | moderate | true
            workHindered singlePerson           | inside                | 1        |          | minimal 0.9   | minimal  | false
            workHindered singlePerson deadlineSoon | inside             | 1        |          | moderate 0.6  | moderate | false
            serviceFault manyAffected           | inside                | 249      |          | minimal 0.9   | minimal  | false
            serviceFault manyAffected           | inside                | 250      |          | critical 0.5  | critical | false
            fraudConcern                        | inside                | 1        | minimal  | critical 0.5  | critical | false
            attack                              | inside                | 1        | minimal  | critical 0.9  | critical | false
            attack                              | inside                |          |          | moderate 0.7  | critical | false
            attack                              | inside                |          |          | minimal 0.7   | critical | true
                                                | scam                  |          | minimal  | critical 0.9  | critical | false
            workStopped manyAffected            | inside                | 90       | moderate | critical 0.9  | moderate | false
            workHindered singlePerson           | inside                | 1        | critical | minimal 0.9   | critical | false
                                                | inside                |          | minimal  | critical 0.7  | minimal  | true
            """)
    void judges(
            String holding,
            String remit,
            Integer affected,
            String stated,
            String learned,
            String expected,
            boolean person) {
        String impact = learned.split(" +")[0];
        double confidence = Double.parseDouble(learned.split(" +")[1]);
        var others = new HashMap<String, Object>();
        others.put("affectedPeople", affected);
        others.put("suggestedSeverity", impact);
        others.put("severityConfidence", confidence);
        others.put("criticalChance", impact.equals("critical") ? confidence : 0.05);
        var result = decide(Decision.facts(holding, others), remit, stated);
        assertThat(result).containsEntry("severity", expected).containsEntry("needsPerson", person);
        assertThat((String) result.get("severityReason")).endsWith(".");
    }

    @Test
    void aChanceOfTheWorstIsNoMinimalOne() {
        var facts = Decision.facts(
                null, Map.of("suggestedSeverity", "minimal", "severityConfidence", 0.8, "criticalChance", 0.16));
        assertThat(decide(facts, "inside", null)).containsEntry("needsPerson", true);
    }

    private Map<String, Object> decide(Map<String, Object> facts, String remit, @Nullable String stated) {
        var variables = new HashMap<String, Object>();
        variables.put("facts", facts);
        variables.put("remit", remit);
        variables.put("statedSeverity", stated);
        return severity.evaluate(variables);
    }
}
