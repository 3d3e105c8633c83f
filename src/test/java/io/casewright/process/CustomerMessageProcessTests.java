package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a person comes to read what a customer wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerMessageProcessTests {

    private static final String PROCESS = "customer-message";

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

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
                .answer("userTask_ReadMessage", Map.of("newSeverity", "critical", "readingOutcome", "read"))
                .work("casefile.recordReading", Map.of("readingResult", "read"))
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
                .answer("userTask_ReadMessage", Map.of("readingOutcome", "read"))
                .work("casefile.recordReading", Map.of("readingResult", "read"))
                .endedBy("endEvent_MessageRead");
    }

    @Test
    void oneTaskShowsAllThatComesWhileItIsOpen() {
        var first = written(1).work("casefile.takeUpMessage", shown("It is worse now"));
        var second = written(2).work("casefile.takeUpMessage", readBy("other-task"));
        engine.publish(CaseMessages.MESSAGE_ADDED, key(1), Duration.ofHours(1), Map.of());
        first.work("casefile.addMessage", Map.of("messageText", "It is worse now, and here, too", "seenMessages", 2))
                .waitsAt("userTask_ReadMessage", "event_ReadingOver");
        assertThat(first.ownVariables()).containsEntry("seenMessages", 2);

        first.answer("userTask_ReadMessage", Map.of("readingOutcome", "read"))
                .work("casefile.recordReading", Map.of("readingResult", "read"))
                .endedBy("endEvent_MessageShown", "endEvent_MessageRead");
        engine.publish(CaseMessages.READING_OVER, key(2), Duration.ofHours(1), Map.of());
        second.work("casefile.takeUpMessage", readBy("nobody")).endedBy("endEvent_ReadWithOthers");
    }

    /** By what the form showed it is known what somebody answered. */
    @Test
    void whatTheFormShowedIsSentWithTheAnswers() {
        var message = written(1).work("casefile.takeUpMessage", shown("It is worse now"));
        engine.publish(CaseMessages.MESSAGE_ADDED, key(1), Duration.ofHours(1), Map.of());
        message.work("casefile.addMessage", Map.of("messageText", "More", "seenMessages", 2))
                .answer(
                        "userTask_ReadMessage",
                        Map.of("readingOutcome", "read", "seenMessages", 1, "seenSeverity", "minimal"));
        var recorded = engine.awaitJob("casefile.recordReading").variables();
        assertThat(recorded).containsEntry("seenMessages", 1).containsEntry("seenSeverity", "minimal");
    }

    @ParameterizedTest
    @CsvSource({
        "answer, endEvent_CustomerWrittenTo",
        "reply, endEvent_QuestionAnswered",
        "not-solved, endEvent_ProblemNotSolved",
        "new-case, endEvent_CaseOpened"
    })
    void whatComesOfItIsTheEndOfItsProcess(String outcome, String end) {
        written(1)
                .work("casefile.takeUpMessage", shown("It still fails"))
                .answer("userTask_ReadMessage", Map.of("readingOutcome", outcome, "answerText", "We look"))
                .work("casefile.recordReading", Map.of("readingResult", outcome))
                .endedBy(end);
    }

    private static String key(long messageId) {
        return CaseInProcess.NUMBER + ":" + messageId;
    }

    private CaseInProcess written(long messageId) {
        return CaseInProcess.startedBy(
                engine,
                CaseMessages.CUSTOMER_WROTE,
                key(messageId),
                PROCESS,
                Map.of("caseNumber", CaseInProcess.NUMBER, "messageId", messageId));
    }

    private static Map<String, Object> shown(String text) {
        var facts = new HashMap<>(CaseInProcess.facts("technical", "moderate"));
        facts.keySet()
                .retainAll(List.of("customerName", "subject", "caseLink", "severity", "queue", "priority", "taskDue"));
        facts.put("messageText", text);
        facts.put("reader", "own-task");
        facts.put("seenMessages", 1);
        facts.put("seenSeverity", "moderate");
        return facts;
    }

    private static Map<String, Object> readBy(String reader) {
        var facts = shown("");
        facts.put("reader", reader);
        return facts;
    }
}
