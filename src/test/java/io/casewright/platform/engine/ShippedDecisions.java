package io.casewright.platform.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the decisions of {@code bpmn/} say, where a test has no engine: worked out by the same library as in it. */
public final class ShippedDecisions extends Decisions {

    private final DecisionEngine library = DecisionEngineFactory.createDecisionEngine();
    private final Map<String, ParsedDecisionRequirementsGraph> tables = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    public ShippedDecisions(CamundaClient engine, ObjectMapper json) {
        super(engine, json);
        this.json = json;
    }

    @Override
    public <T> Optional<T> decide(String decisionId, Map<String, Object> facts, Class<T> result) {
        var answer = library.evaluateDecisionById(
                tables.computeIfAbsent(decisionId, this::read), decisionId, new VariablesContext(facts));
        if (answer.isFailure()) {
            throw new IllegalStateException(answer.getFailureMessage());
        }
        try {
            return Optional.ofNullable(json.readValue(MsgPackConverter.convertToJson(answer.getOutput()), result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ParsedDecisionRequirementsGraph read(String decisionId) {
        String file = decisionId.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ".dmn";
        try (var table = Files.newInputStream(Path.of("bpmn", file))) {
            return library.parse(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
