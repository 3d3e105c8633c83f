package io.casewright.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a decision, with facts written as a process owner would say them: "workStopped manyAffected". */
final class Decision {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EngineHarness engine;
    private final String id;

    Decision(EngineHarness engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    Map<String, Object> evaluate(Map<String, Object> variables) {
        try {
            return JSON.readValue(engine.evaluate(id, variables), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError("No result of " + id, e);
        }
    }

    /** Facts of which these hold, and no other. */
    static Map<String, Object> facts(@Nullable String holding, Map<String, Object> others) {
        var facts = new HashMap<String, Object>();
        Stream.of(
                        "fraudConcern attack billingDispute directWithMicrosoft thirdPartyProduct scam workStopped workHindered manyAffected singlePerson deadlineSoon serviceFault ownChange howToQuestion tooVague"
                                .split(" "))
                .forEach(name -> facts.put(name, false));
        if (holding != null) {
            Stream.of(holding.split(" ")).forEach(name -> {
                if (facts.put(name, true) == null) {
                    throw new IllegalArgumentException("There is no fact " + name);
                }
            });
        }
        facts.putAll(others);
        return facts;
    }
}
