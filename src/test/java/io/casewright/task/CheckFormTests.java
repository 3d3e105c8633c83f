package io.casewright.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.ProcessModels;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckFormTests {

    private CheckForm checkForm;

    record Answers(String caseNumber, Integer newQuantity, Long unseen) {}

    private static final class NoSeats implements FormCheck<Answers> {

        @Override
        public Set<String> elements() {
            return Set.of("userTask_ResolveSubscriptionCase");
        }

        @Override
        public Class<Answers> answers() {
            return Answers.class;
        }

        @Override
        public Optional<String> problemWith(Answers answers, String person) {
            return answers.newQuantity == null
                    ? Optional.of(person + ", say how many seats " + answers.caseNumber + " is about.")
                    : Optional.empty();
        }
    }

    @BeforeAll
    void read() throws IOException {
        var json = new ObjectMapper();
        checkForm = new CheckForm(
                new ProcessSteps(new ProcessFlows(new ProcessModels())), new Forms(json), json, List.of(new NoSeats()));
    }

    @Test
    void whatFormAndRuleLetThroughIsTaken() {
        assertThat(problemWith(Map.of("newQuantity", "12", "amount", "12,50", "action", "add-seats")))
                .isEmpty();
    }

    @Test
    void aTaskThatNobodyHasIsClaimedFirst() {
        assertThat(checkForm.problemWith(
                        new SentForm(1, "resolve-case", "userTask_ResolveSubscriptionCase", null, Map.of())))
                .contains("Nobody has this task. Assign it to yourself, then send the form again.");
    }

    @Test
    void theRuleOfTheTaskReadsTheAnswersAndWhoGivesThem() {
        assertThat(problemWith(Map.of())).contains("demo, say how many seats CW-1 is about.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            action       | give-it-away | Action: choose one of those that the form offers.
            subscription | s2           | Subscription: choose one of those that the form offers.
            """)
    void whatNoFormOfTodayLetsThroughIsRefusedInItsWords(String key, String value, String problem) {
        assertThat(problemWith(Map.of(key, value))).contains(problem);
    }

    /** What a form of before sent, and what such a form may have made of what was typed. */
    @Test
    void aNumberIsTakenAsItWasTypedOnly() {
        assertThat(problemWith(Map.of("amount", 1.24))).contains("Amount it costs: must be a text.");
        assertThat(problemWith(Map.of("newQuantity", 1))).contains("New number of seats: must be a text.");
    }

    @Test
    void aTextHasAnEndAndIsNoList() {
        assertThat(problemWith(Map.of("resolution", "x".repeat(2001))))
                .contains("In words for the customer: at most 2000 characters, these are 2001.");
        assertThat(problemWith(Map.of("resolution", "\u200b\u2060")))
                .contains("In words for the customer: must have characters that can be seen.");
        assertThat(problemWith(Map.of("resolution", "a\u0000")))
                .contains("In words for the customer: must not contain control characters.");
        assertThat(problemWith(Map.of("resolution", List.of("x"))))
                .contains("In words for the customer: must be a text.");
    }

    @Test
    void whatOnlyTheRuleReadsIsNamedWhenItIsOfAnotherKind() {
        assertThat(problemWith(Map.of("unseen", "soon")))
                .contains("unseen: this is not of the kind that is asked for. Load the task again and fill in its form"
                        + " anew.");
    }

    @Test
    void aTaskOfAModelThatIsNotOursIsLeftToIt() {
        assertThat(checkForm.problemWith(new SentForm(1, "payroll", "userTask_Pay", "demo", Map.of("amount", "x"))))
                .isEmpty();
    }

    private Optional<String> problemWith(Map<String, Object> sent) {
        var variables = new HashMap<String, Object>(sent);
        variables.put("caseNumber", "CW-1");
        variables.put("subscriptionChoices", List.of(Map.of("label", "Visio", "value", "s1")));
        variables.put("actionDetail", "");
        variables.put("failureReason", null);
        return checkForm.problemWith(
                new SentForm(1, "resolve-case", "userTask_ResolveSubscriptionCase", "demo", variables));
    }
}
