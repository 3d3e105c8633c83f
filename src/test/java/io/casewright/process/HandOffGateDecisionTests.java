package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case lacks before it may leave, by the category of its hand-off and the evidence on it. */
class HandOffGateDecisionTests {

    private static final List<String> EVIDENCE = List.of(
            "healthChecked",
            "troubleshotUnderRole",
            "scopeChecked",
            "impactStated",
            "reproductionRecorded",
            "multiTenantShown",
            "commercialFactsRecorded");

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # category                     | evidence on the case                                                                | missing
            UNDOCUMENTED_SERVICE_PROBLEM   | healthChecked troubleshotUnderRole scopeChecked impactStated reproductionRecorded   |
            UNDOCUMENTED_SERVICE_PROBLEM   |                                                                                     | Check of service health; Troubleshooting, with the role used; Who is affected, and how it was checked; Impact on the business; Steps to reproduce, error texts and ids
            BUG_OR_IRREGULARITY            | healthChecked troubleshotUnderRole scopeChecked impactStated reproductionRecorded   |
            BUG_OR_IRREGULARITY            | healthChecked scopeChecked impactStated reproductionRecorded                        | Troubleshooting, with the role used
            BUG_OR_IRREGULARITY            | healthChecked troubleshotUnderRole scopeChecked impactStated                        | Steps to reproduce, error texts and ids
            SERVICE_UNAVAILABLE            | healthChecked troubleshotUnderRole scopeChecked impactStated                        |
            SERVICE_UNAVAILABLE            | healthChecked scopeChecked impactStated                                             | Troubleshooting, with the role used
            SERVICE_UNAVAILABLE            | troubleshotUnderRole scopeChecked impactStated                                      | Check of service health
            LARGE_SCALE_NETWORK_DISRUPTION | healthChecked troubleshotUnderRole scopeChecked impactStated multiTenantShown       |
            LARGE_SCALE_NETWORK_DISRUPTION | healthChecked scopeChecked impactStated multiTenantShown                            | Troubleshooting, with the role used
            LARGE_SCALE_NETWORK_DISRUPTION | healthChecked troubleshotUnderRole scopeChecked impactStated                        | Other customers that are affected
            REGIONAL_MULTITENANT_ISSUE     | healthChecked troubleshotUnderRole scopeChecked impactStated multiTenantShown       |
            REGIONAL_MULTITENANT_ISSUE     | healthChecked scopeChecked impactStated multiTenantShown                            | Troubleshooting, with the role used
            REGIONAL_MULTITENANT_ISSUE     | healthChecked troubleshotUnderRole impactStated multiTenantShown                    | Who is affected, and how it was checked
            REGIONAL_MULTITENANT_ISSUE     | healthChecked troubleshotUnderRole scopeChecked multiTenantShown                    | Impact on the business
            COMMERCIAL_DISPUTE             | impactStated commercialFactsRecorded                                                |
            COMMERCIAL_DISPUTE             | healthChecked troubleshotUnderRole scopeChecked impactStated reproductionRecorded   | Invoice, amounts and times of the charge in question
            FRAUD_CONCERN                  | impactStated commercialFactsRecorded                                                |
            FRAUD_CONCERN                  | impactStated                                                                        | Invoice, amounts and times of the charge in question
            SOMETHING_ELSE                 | healthChecked troubleshotUnderRole scopeChecked impactStated reproductionRecorded multiTenantShown commercialFactsRecorded | A category of the hand-off
                                           | healthChecked troubleshotUnderRole scopeChecked impactStated reproductionRecorded multiTenantShown commercialFactsRecorded | A category of the hand-off
            """)
    void asksFor(@Nullable String category, @Nullable String onTheCase, @Nullable String missing)
            throws JsonProcessingException {
        var there = onTheCase == null ? List.<String>of() : List.of(onTheCase.split(" "));
        assertThat(EVIDENCE).containsAll(there);
        var variables = new HashMap<String, Object>();
        variables.put("handOffCategory", category);
        EVIDENCE.forEach(each -> variables.put(each, there.contains(each)));
        var expected =
                missing == null ? List.of() : Stream.of(missing.split("; ")).toList();
        assertThat(missingOf(variables)).isEqualTo(expected);
    }

    /** Facts that nobody told are no evidence, nor is one of another kind. */
    @ParameterizedTest
    @CsvSource({"null", "maybe"})
    void whatIsNotKnownIsMissing(String fact) throws JsonProcessingException {
        var variables = new HashMap<String, Object>();
        variables.put("handOffCategory", "SERVICE_UNAVAILABLE");
        if (!"null".equals(fact)) {
            EVIDENCE.forEach(each -> variables.put(each, fact));
        }
        assertThat(missingOf(variables))
                .isEqualTo(List.of(
                        "Check of service health",
                        "Troubleshooting, with the role used",
                        "Who is affected, and how it was checked",
                        "Impact on the business"));
        variables.put("handOffCategory", null);
        assertThat(missingOf(variables)).isEqualTo(List.of("Impact on the business", "A category of the hand-off"));
    }

    private static List<?> missingOf(HashMap<String, Object> variables) throws JsonProcessingException {
        List<?> missing = new ObjectMapper().readValue(ENGINE.evaluate("handOffGate", variables), List.class);
        return missing == null ? List.of() : missing;
    }
}
