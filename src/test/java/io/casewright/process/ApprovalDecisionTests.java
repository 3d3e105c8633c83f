package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which actions wait for a second person. */
class ApprovalDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = EngineHarness.forDecisions();

    private final Decision approval = new Decision(ENGINE, "approval");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # action             | amount | second person | why
            credit               |        | true          | Costs money.
            cancel-subscription  |        | true          | Cannot be taken back after the window.
            add-seats            |        | true          | Costs money; seats can rarely be given back.
            reduce-seats         |        | true          | Cannot be taken back without cost.
            schedule-seats       |        | true          | Decides what the next term costs.
            suspend-subscription |        | true          | Stops the work of all who use it; it is paid all the same.
            reactivate           |        | true          | Gives access again, and a term may begin.
            renewal-on           |        | true          | Binds the customer for another term.
            renewal-off          |        | true          | Ends the service with the term.
            delete-data          |        | true          | Cannot be undone.
            explain              | 0.01   | true          | Costs money.
            explain              | 0      | false         | Can be undone and costs nothing.
            read-invoice         |        | false         | Can be undone and costs nothing.
            """)
    void says(String action, @Nullable BigDecimal amount, boolean needed, String why) {
        var plan = new HashMap<String, Object>();
        plan.put("action", action);
        plan.put("amount", amount);
        assertThat(approval.evaluate(plan))
                .containsEntry("approvalNeeded", needed)
                .containsEntry("approvalReason", why);
    }
}
