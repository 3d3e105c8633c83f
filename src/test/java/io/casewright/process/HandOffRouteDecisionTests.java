package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a case is handed to and where its ticket is opened. */
class HandOffRouteDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private final Decision route = new Decision(ENGINE, "handOffRoute");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # delivery  | partner           | category            | product               | to whom   | where
            OWN         | DIRECT_BILL       | SERVICE_UNAVAILABLE | Exchange Online       | MICROSOFT | GUIDED
            OWN         | DIRECT_BILL       | BUG_OR_IRREGULARITY | Azure Virtual Machine | MICROSOFT | AZURE_SUPPORT
            OWN         | DIRECT_BILL       | BUG_OR_IRREGULARITY | Microsoft azure VM    | MICROSOFT | AZURE_SUPPORT
            OWN         | DIRECT_BILL       | COMMERCIAL_DISPUTE  | Azure Virtual Machine | MICROSOFT | PARTNER_CENTER
            OWN         | DIRECT_BILL       | FRAUD_CONCERN       | Exchange Online       | MICROSOFT | PARTNER_CENTER
            OWN         | DIRECT_BILL       | SERVICE_UNAVAILABLE |                       | MICROSOFT | GUIDED
            OWN         | INDIRECT_PROVIDER | SERVICE_UNAVAILABLE | Exchange Online       | MICROSOFT | GUIDED
            OWN         | INDIRECT_PROVIDER | BUG_OR_IRREGULARITY | Azure Virtual Machine | MICROSOFT | AZURE_SUPPORT
            OWN         | INDIRECT_RESELLER | SERVICE_UNAVAILABLE | Exchange Online       | PROVIDER  | DESK
            OWN         | INDIRECT_RESELLER | BUG_OR_IRREGULARITY | Azure Virtual Machine | PROVIDER  | DESK
            OWN         | INDIRECT_RESELLER | COMMERCIAL_DISPUTE  | Exchange Online       | PROVIDER  | DESK
            OUTSOURCED  | DIRECT_BILL       | SERVICE_UNAVAILABLE | Exchange Online       | VENDOR    | DESK
            OUTSOURCED  | INDIRECT_RESELLER | FRAUD_CONCERN       | Azure Virtual Machine | VENDOR    | DESK
            RESOLD      | DIRECT_BILL       | BUG_OR_IRREGULARITY | Azure Virtual Machine | VENDOR    | DESK
            RESOLD      | INDIRECT_PROVIDER | COMMERCIAL_DISPUTE  | Exchange Online       | VENDOR    | DESK
            """)
    void leads(
            String deliveryModel,
            String partnerKind,
            String category,
            @Nullable String product,
            String target,
            String channel) {
        var variables = new HashMap<String, Object>();
        variables.put("deliveryModel", deliveryModel);
        variables.put("partnerKind", partnerKind);
        variables.put("handOffCategory", category);
        variables.put("product", product);
        var result = route.evaluate(variables);
        assertThat(result).containsEntry("handOffTarget", target).containsEntry("handOffChannel", channel);
        assertThat((String) result.get("routeReason")).endsWith(".");
    }

    /** A reseller may not go to Microsoft, so nobody does of whom it is not known. */
    @ParameterizedTest
    @CsvSource({", ", "OWN, ", "OWN, INDIRECT", ", DIRECT_BILL", "SOLD, DIRECT_BILL", ", INDIRECT_RESELLER"})
    void nobodyGoesAnywhereOfWhomItIsNotKnown(@Nullable String deliveryModel, @Nullable String partnerKind) {
        var variables = new HashMap<String, Object>();
        variables.put("deliveryModel", deliveryModel);
        variables.put("partnerKind", partnerKind);
        variables.put("handOffCategory", "SERVICE_UNAVAILABLE");
        variables.put("product", "Exchange Online");
        assertThat(ENGINE.evaluate("handOffRoute", variables)).isEqualTo("null");
    }
}
