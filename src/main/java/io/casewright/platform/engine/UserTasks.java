package io.casewright.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the engine about user tasks, and re-plans them. Its search is eventually consistent: it lags some seconds behind what happened. The
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
     * @return empty when it was done without being assigned, or the engine does not answer
     * @throws NotSeenYet when the search does not show anybody, but still may
     */
    public Optional<String> assigneeOf(long processInstanceKey, String elementId) {
        try {
            return latest(processInstanceKey, elementId)
                    .map(task -> assignee(task).or(() -> {
                        requireCompleted(task);
                        return Optional.empty();
                    }))
                    .orElseThrow(NotSeenYet::new);
        } catch (RestClientException e) {
            log.warn("The engine does not tell who did {} of instance {}", elementId, processInstanceKey);
            return Optional.empty();
        }
    }

    /**
     * Who was assigned to the latest task of the instance at the element when it was completed.
     *
     * @return empty when it was done without being assigned
     * @throws NotSeenYet when the search does not show it as completed yet
     * @throws RestClientException when the engine does not answer
     */
    public Optional<String> completerOf(long processInstanceKey, String elementId) {
        var task = latest(processInstanceKey, elementId).orElseThrow(NotSeenYet::new);
        requireCompleted(task);
        return assignee(task);
    }

    private Optional<JsonNode> latest(long processInstanceKey, String elementId) {
        return search("user-tasks", Map.of("processInstanceKey", processInstanceKey, "elementId", elementId))
                .max(Comparator.comparingLong(task -> key(task, "userTaskKey")));
    }

    private static Optional<String> assignee(JsonNode task) {
        return Optional.of(task.path("assignee").asText(""))
                .filter(assignee -> !assignee.isEmpty() && !assignee.equals("null"));
    }

    private static void requireCompleted(JsonNode task) {
        if (!task.path("state").asText().equals("COMPLETED")) {
            throw new NotSeenYet();
        }
    }

    /**
     * Gives the open tasks of the instance, and of those it called, another due date and priority, and the called ones these
     * variables. What ended meanwhile is left alone.
     *
     * @param priority 0 to 100
     * @throws RestClientException when the engine does not answer
     */
    public void replan(long processInstanceKey, Instant due, int priority, Map<String, Object> variables) {
        replanTasksOf(processInstanceKey, due, priority);
        calledBy(processInstanceKey)
                .mapToLong(called -> key(called, "processInstanceKey"))
                .forEach(called -> {
                    unlessEnded(engine.put()
                            .uri("/v2/element-instances/{key}/variables", called)
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(Map.of("variables", variables)));
                    replanTasksOf(called, due, priority);
                });
    }

    /** The 8.6 line finds nothing without being told running and active; the 8.8 line knows neither. */
    private Stream<JsonNode> calledBy(long processInstanceKey) {
        try {
            return search(
                    "process-instances",
                    Map.of("parentProcessInstanceKey", processInstanceKey, "running", true, "active", true));
        } catch (HttpClientErrorException.BadRequest e) {
            return search(
                    "process-instances", Map.of("parentProcessInstanceKey", processInstanceKey, "state", "ACTIVE"));
        }
    }

    private void replanTasksOf(long processInstanceKey, Instant due, int priority) {
        search("user-tasks", Map.of("processInstanceKey", processInstanceKey, "state", "CREATED"))
                .mapToLong(task -> key(task, "userTaskKey"))
                .forEach(task -> unlessEnded(engine.patch()
                        .uri("/v2/user-tasks/{key}", task)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "action",
                                "replan",
                                "changeset",
                                Map.of("dueDate", due.toString(), "priority", priority)))));
    }

    private static void unlessEnded(RestClient.RequestHeadersSpec<?> change) {
        try {
            change.retrieve().toBodilessEntity();
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Conflict e) {
            log.debug("Ended before it was re-planned", e);
        }
    }

    private Stream<JsonNode> search(String what, Map<String, Object> filter) {
        var found = engine.post()
                .uri("/v2/{what}/search", what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("filter", filter))
                .retrieve()
                .body(JsonNode.class);
        return found == null
                ? Stream.empty()
                : StreamSupport.stream(found.path("items").spliterator(), false);
    }

    /** The 8.6 line calls each key just key. */
    private static long key(JsonNode item, String name) {
        return item.path(item.has(name) ? name : "key").asLong();
    }

    public void assign(long taskKey, String login) {
        throw new UnsupportedOperationException();
    }

    public void claim(long taskKey, String login) {
        throw new UnsupportedOperationException();
    }

    public void unassign(long taskKey) {
        throw new UnsupportedOperationException();
    }

    public void handOver(long taskKey, String queue) {
        throw new UnsupportedOperationException();
    }

    public void complete(long taskKey, Map<String, Object> answers) {
        throw new UnsupportedOperationException();
    }

    public String form(long taskKey) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Object> variables(long taskKey) {
        throw new UnsupportedOperationException();
    }
}
