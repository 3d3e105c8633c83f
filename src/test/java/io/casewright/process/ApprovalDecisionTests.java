package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which actions wait for a second person; what is not known does. */
class ApprovalDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private final Decision approval = new Decision(ENGINE, "approval");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # action             | amount | second person | why
            credit               |        | true          | Costs money.
            credit               | 0      | true          | Costs money.
            cancel-subscription  |        | true          | Cannot be taken back after the window.
            add-seats            |        | true          | Costs money; seats can rarely be given back.
            reduce-seats         |        | true          | Cannot be taken back without cost.
            schedule-seats       |        | true          | Decides what the next term costs.
            suspend-subscription |        | true          | Stops the work of all who use it; it is paid all the same.
            reactivate           |        | true          | Gives access again, and a term may begin.
            renewal-on           |        | true          | Binds the customer for another term.
            renewal-off          |        | true          | Ends the service with the term.
            delete-data          |        | true          | Cannot be undone.
            explain              | 0.01   | true          | Explaining costs nothing; an amount is a decision.
            explain              | 0      | false         | Within what one person may decide.
            instruct             |        | false         | Within what one person may decide.
            read-invoice         |        | false         | Within what one person may decide.
            change-setting       |        | false         | Within what one person may decide.
            reset-access         | 12.50  | true          | Can be undone and costs nothing; an amount is a decision.
            back-to-diagnosis    | 500    | false         | Within what one person may decide.
            correct-invoice      |        | false         | Within what one person may decide.
            refund-everything    |        | true          | Nothing says that one person may do this alone.
            explain              | -1     | true          | Explaining costs nothing; an amount is a decision.
            """)
    void says(String action, @Nullable Double amount, boolean needed, String why) {
        assertThat(decided(action, amount))
                .containsEntry("approvalNeeded", needed)
                .containsEntry("approvalReason", why);
    }

    @Test
    void whatNobodySaidWaits() {
        assertThat(approval.evaluate(Map.of())).containsEntry("approvalNeeded", true);
        assertThat(decided(null, 0)).containsEntry("approvalNeeded", true);
    }

    /** The amount as it was typed, which nobody has understood yet. */
    @Test
    void anAmountThatIsNoNumberWaits() {
        assertThat(decided("explain", "1.240,00")).containsEntry("approvalNeeded", true);
    }

    private Map<String, Object> decided(@Nullable String action, @Nullable Object amount) {
        var plan = new HashMap<String, Object>();
        plan.put("action", action);
        plan.put("amount", amount);
        return approval.evaluate(plan);
    }
}
