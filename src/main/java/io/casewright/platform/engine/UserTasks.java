package io.casewright.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the engine about user tasks. Its search is eventually consistent: it lags some seconds behind what happened. The
 * answers of the 8.6 and 8.8 lines name their fields differently, so both names are read.
 */
@Component
public class UserTasks {

    private static final Logger log = LoggerFactory.getLogger(UserTasks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestClient engine;

    UserTasks(RestClient.Builder builder, @Value("${camunda.client.rest-address}") URI engine) {
        var settings = ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(PATIENCE)
                .withReadTimeout(PATIENCE);
        this.engine = builder.baseUrl(engine)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(settings))
                .build();
    }

    /**
     * Who is assigned to the latest task of the instance at the element, done or not.
     *
     * @return empty when there is no such task yet, nobody is assigned, or the engine does not answer
     */
    public Optional<String> assigneeOf(long processInstanceKey, String elementId) {
        try {
            return assigneeIn(search(processInstanceKey, elementId));
        } catch (RestClientException e) {
            log.warn("The engine does not tell who did {} of instance {}", elementId, processInstanceKey);
            return Optional.empty();
        }
    }

    private @Nullable JsonNode search(long processInstanceKey, String elementId) {
        return engine.post()
                .uri("/v2/user-tasks/search")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("filter", Map.of("processInstanceKey", processInstanceKey, "elementId", elementId)))
                .retrieve()
                .body(JsonNode.class);
    }

    private static Optional<String> assigneeIn(@Nullable JsonNode found) {
        if (found == null) {
            return Optional.empty();
        }
        return StreamSupport.stream(found.path("items").spliterator(), false)
                .max(Comparator.comparingLong(UserTasks::key))
                .map(task -> task.path("assignee").asText(""))
                .filter(assignee -> !assignee.isEmpty() && !assignee.equals("null"));
    }

    private static long key(JsonNode task) {
        return task.path(task.has("userTaskKey") ? "userTaskKey" : "key").asLong();
    }
}
