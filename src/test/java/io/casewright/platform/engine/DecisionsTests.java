package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTests {

    private static final Map<String, Object> FACTS = Map.of("action", "credit");

    private final CamundaClient engine = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
    private final Decisions decisions = new Decisions(engine, new ObjectMapper());

    record Approval(boolean approvalNeeded) {}

    @Test
    void whatItSaysIsReadAndTheRestLeftOut() {
        engineSays("{\"approvalNeeded\": true, \"approvalReason\": \"It costs money\"}");
        assertThat(decisions.decide("approval", FACTS, Approval.class)).contains(new Approval(true));
    }

    @Test
    void itSaysNothingWhereNoRuleFits() {
        engineSays("null");
        assertThat(decisions.decide("approval", FACTS, Approval.class)).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsNamed() {
        engineSays("\"yes\"");
        assertThatThrownBy(() -> decisions.decide("approval", FACTS, Approval.class))
                .hasMessageContaining("approval");
    }

    private void engineSays(String output) {
        when(engine.newEvaluateDecisionCommand()
                        .decisionId("approval")
                        .variables(FACTS)
                        .send()
                        .join()
                        .getDecisionOutput())
                .thenReturn(output);
    }
}
