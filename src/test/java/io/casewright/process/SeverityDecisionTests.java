package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How severe a request is, by its facts and by what the customer stated. */
class SeverityDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = EngineHarness.forDecisions();

    private final Decision severity = new Decision(ENGINE, "severity");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # facts that hold                   | remit                 | affected | customer stated | severity
                                                | inside                |          |                 | minimal
            workStopped manyAffected            | inside                |          |                 | critical
            workStopped singlePerson            | inside                | 1        |                 | moderate
            workStopped manyAffected            | third-party           | 50       |                 | moderate
            workHindered manyAffected           | third-party           | 50       |                 | minimal
            deadlineSoon                        | direct-with-microsoft |          |                 | minimal
            workHindered                        | inside                |          |                 | moderate
            workHindered manyAffected           | inside                | 30       |                 | moderate
            workHindered singlePerson           | inside                | 1        |                 | minimal
            workHindered singlePerson deadlineSoon | inside             | 1        |                 | moderate
            deadlineSoon                        | inside                |          |                 | moderate
            serviceFault manyAffected           | inside                | 35       |                 | minimal
            serviceFault manyAffected           | inside                | 249      |                 | minimal
            serviceFault manyAffected           | inside                | 250      |                 | critical
            fraudConcern                        | inside                | 1        |                 | critical
            fraudConcern                        | inside                |          | minimal         | critical
                                                | scam                  |          |                 | critical
                                                | scam                  |          | minimal         | critical
            workStopped manyAffected            | inside                | 90       | moderate        | moderate
            workHindered singlePerson           | inside                | 1        | critical        | critical
                                                | third-party           |          | critical        | critical
            """)
    void judges(String holding, String remit, Integer affected, String stated, String expected) {
        var variables = new HashMap<String, Object>();
        variables.put("facts", Decision.facts(holding, Map.of()));
        variables.put("remit", remit);
        variables.put("affectedUsers", affected);
        variables.put("statedSeverity", stated);
        var result = severity.evaluate(variables);
        assertThat(result).containsEntry("severity", expected);
        assertThat((String) result.get("severityReason")).endsWith(".");
    }
}
