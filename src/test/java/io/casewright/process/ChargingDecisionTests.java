package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cases are charged; what no rule names is not. */
class ChargingDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private final Decision charging = new Decision(ENGINE, "charging");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # plan        | after hours | category     | ended      | incident | charged | why
            included      | false       | technical    | solved     | false    | false   | The support plan includes it.
            included      | true        | technical    | solved     | false    | true    | The support plan includes only work within the service hours.
            per-incident  | false       | technical    | solved     | false    | true    | The support plan charges each incident.
            per-incident  | false       | technical    | withdrawn  | false    | false   | The case ended without an answer of ours.
            per-incident  | false       | technical    | unanswered | false    | false   | The case ended without an answer of ours.
            hourly        | false       | subscription | solved     | false    | true    | The support plan charges by the hour.
            hourly        | true        | subscription | withdrawn  | false    | true    | The support plan charges by the hour.
            hourly        | false       |              | withdrawn  | false    | true    | The support plan charges by the hour.
            prepaid-hours | false       | technical    | solved     | false    | true    | The support plan takes it from the prepaid hours.
            prepaid-hours | true        | technical    | solved     | false    | true    | The prepaid hours cover only work within the service hours.
            hourly        | false       | billing      | solved     | false    | false   | Questions about our own bills cost nothing.
            hourly        | false       | technical    | solved     | true     | false   | A service incident at Microsoft was behind it.
            hourly        | true        | technical    | joined     | false    | false   | The request went on as another case, which is charged.
            per-incident  | false       |              | redirected | false    | false   | The request was somebody else's to answer; saying whose costs nothing.
            by-the-moon   | false       | technical    | solved     | false    | false   | No rule of charging fits, so nothing is charged.
            """)
    void says(
            String model,
            boolean afterHours,
            @Nullable String category,
            String ended,
            boolean knownIssue,
            boolean charged,
            String why) {
        var facts = new HashMap<String, Object>();
        facts.put("model", model);
        facts.put("afterHours", afterHours);
        facts.put("category", category);
        facts.put("ended", ended);
        facts.put("knownIssue", knownIssue);
        assertThat(charging.evaluate(facts)).isEqualTo(Map.of("charged", charged, "why", why));
    }

    @Test
    void whatNobodySaidCostsNothing() {
        assertThat(charging.evaluate(Map.of())).containsEntry("charged", false);
    }
}
