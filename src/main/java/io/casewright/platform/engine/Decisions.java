package io.casewright.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the engine what the newest version of a deployed decision says. */
@Component
public class Decisions {

    private final CamundaClient engine;
    private final ObjectMapper json;

    Decisions(CamundaClient engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /**
     * What the decision says of these facts; empty when none of its rules fits.
     *
     * @throws io.camunda.client.api.command.ClientException when the engine does not answer
     */
    public <T> Optional<T> decide(String decisionId, Map<String, Object> facts, Class<T> result) {
        String output = engine.newEvaluateDecisionCommand()
                .decisionId(decisionId)
                .variables(facts)
                .send()
                .join()
                .getDecisionOutput();
        try {
            return Optional.ofNullable(json.readerFor(result)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(output));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The decision " + decisionId + " does not fit " + result.getName(), e);
        }
    }
}
