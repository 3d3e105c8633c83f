package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a person comes to read what a customer wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerMessageProcessTests {

    private static final String PROCESS = "customer-message";

    @RegisterExtension
    final EngineHarness engine = EngineHarness.perTest();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model(PROCESS))).isEmpty();
    }

    @Test
    void eachMessageIsReadOnItsOwnWithItsOwnWords() {
        var first = written(1).work("casefile.takeUpMessage", shown("It is worse now"));
        var second = written(2).work("casefile.takeUpMessage", shown("It works again"));
        assertThat(first.ownVariables()).containsEntry("messageText", "It is worse now");
        assertThat(second.ownVariables()).containsEntry("messageText", "It works again");

        second.waitsAt("userTask_ReadMessage", "userTask_ReadMessage")
                .answer("userTask_ReadMessage", Map.of("newSeverity", "critical"))
                .work("casefile.recordReading", Map.of())
                .endedBy("endEvent_MessageRead");
        first.waitsAt("userTask_ReadMessage");
        assertThat(first.ownVariables())
                .as("what one reader chose says nothing about another message")
                .doesNotContainKey("newSeverity");
    }

    @Test
    void aMessageIsReadAlthoughItsCaseEndsMeanwhile() {
        var supportCase = CaseInProcess.received(engine).isTakenIn().isLookedUp();
        var message = written(1).work("casefile.takeUpMessage", shown("Wait"));
        supportCase.requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
        message.waitsAt("userTask_ReadMessage")
                .answer("userTask_ReadMessage", Map.of())
                .work("casefile.recordReading", Map.of())
                .endedBy("endEvent_MessageRead");
    }

    private CaseInProcess written(long messageId) {
        return CaseInProcess.startedBy(
                engine,
                CaseMessages.CUSTOMER_WROTE,
                CaseInProcess.NUMBER + ":" + messageId,
                PROCESS,
                Map.of("caseNumber", CaseInProcess.NUMBER, "messageId", messageId));
    }

    private static Map<String, Object> shown(String text) {
        var facts = new HashMap<>(CaseInProcess.facts("technical", "moderate"));
        facts.keySet()
                .retainAll(List.of("customerName", "subject", "caseLink", "severity", "queue", "priority", "taskDue"));
        facts.put("messageText", text);
        return facts;
    }
}
