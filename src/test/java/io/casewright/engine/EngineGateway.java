package io.casewright.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.protocol.rest.BrokerInfo;
import io.camunda.client.protocol.rest.JobResultUserTask;
import io.camunda.client.protocol.rest.Partition;
import io.camunda.client.protocol.rest.TopologyResponse;
import io.camunda.client.protocol.rest.UserTaskResult;
import io.camunda.zeebe.process.test.engine.EmbeddedEngine;
import io.camunda.zeebe.process.test.engine.EmbeddedEngine.Answer;
import io.camunda.zeebe.util.VersionUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The part of Camunda's Orchestration Cluster REST API, version 2, that Casewright uses, in front of the embedded engine, with
 * the client's own classes of requests and answers. Searches show what the engine did up to now.
 */
final class EngineGateway implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineGateway.class);

    private final EngineLogin login;
    private final EmbeddedEngine engine;
    private final EngineView view;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final EngineCommands commands;
    private final Search search = new Search(json);
    private final List<Route> routes = new ArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private interface Call {

        Reply answer(Map<String, String> path, JsonNode body) throws IOException;
    }

    private record Route(String method, PathPattern pattern, Call call) {}

    /** @param body null for none */
    private record Reply(int status, Object body) {}

    /** @param port on loopback; 0 for any that is free */
    EngineGateway(int port, EngineLogin login, EmbeddedEngine engine, EngineView view) {
        this.login = login;
        this.engine = engine;
        this.view = view;
        this.commands = new EngineCommands(engine, json);
        addUserTasks();
        addOthers();
        addSearches();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d is taken".formatted(port), e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void addUserTasks() {
        on(
                "POST",
                "/v2/user-tasks/{key}/assignment",
                (path, body) -> told(commands.assign(
                        key(path),
                        body.path("assignee").asText(""),
                        body.path("allowOverride").asBoolean(true),
                        body.path("action").asText("assign"))));
        on(
                "DELETE",
                "/v2/user-tasks/{key}/assignee",
                (path, body) -> told(commands.assign(key(path), "", true, "unassign")));
        on(
                "POST",
                "/v2/user-tasks/{key}/completion",
                (path, body) -> told(commands.complete(
                        key(path),
                        map(body.path("variables")),
                        body.path("action").asText("complete"))));
        on(
                "PATCH",
                "/v2/user-tasks/{key}",
                (path, body) -> told(commands.update(
                        key(path),
                        map(body.path("changeset")),
                        body.path("action").asText("update"))));
        on(
                "GET",
                "/v2/user-tasks/{key}",
                (path, body) -> view.task(key(path))
                        .map(task -> new Reply(200, task))
                        .orElseGet(() -> notFound("User task", path)));
        on(
                "GET",
                "/v2/user-tasks/{key}/form",
                (path, body) -> view.task(key(path)).map(this::formOf).orElseGet(() -> notFound("User task", path)));
        on(
                "POST",
                "/v2/user-tasks/{key}/variables/search",
                (path, body) -> view.task(key(path))
                        .map(task -> new Reply(
                                200, search.answer(view.seenAt(Long.parseLong(task.getElementInstanceKey())), body)))
                        .orElseGet(() -> notFound("User task", path)));
    }

    private void addOthers() {
        on("GET", "/v2/topology", (path, body) -> new Reply(200, topology()));
        // Not Camunda's: so many records were written.
        on("GET", "/embedded/position", (path, body) -> new Reply(200, Map.of("position", engine.position())));
        on(
                "POST",
                "/v2/jobs/{key}/completion",
                (path, body) -> told(commands.completeJob(
                        key(path),
                        map(body.path("variables")),
                        body.path("result").isObject()
                                ? json.treeToValue(body.path("result"), JobResultUserTask.class)
                                : null)));
        on(
                "PATCH",
                "/v2/jobs/{key}",
                (path, body) -> told(commands.updateRetries(
                        key(path), body.path("changeset").path("retries").asInt())));
        on(
                "PUT",
                "/v2/element-instances/{key}/variables",
                (path, body) -> told(commands.setVariables(
                        key(path),
                        map(body.path("variables")),
                        body.path("local").asBoolean(false))));
        on("POST", "/v2/incidents/{key}/resolution", (path, body) -> told(commands.resolveIncident(key(path))));
    }

    private void addSearches() {
        on("POST", "/v2/user-tasks/search", (path, body) -> new Reply(200, search.answer(view.tasks(), body)));
        on("POST", "/v2/variables/search", (path, body) -> new Reply(200, search.answer(view.variables(), body)));
        on("POST", "/v2/jobs/search", (path, body) -> new Reply(200, search.answer(view.jobs(), body)));
        on("POST", "/v2/incidents/search", (path, body) -> new Reply(200, search.answer(view.incidents(), body)));
        on(
                "POST",
                "/v2/process-instances/search",
                (path, body) -> new Reply(200, search.answer(view.instances(), body)));
        on(
                "POST",
                "/v2/process-definitions/search",
                (path, body) -> new Reply(200, search.answer(view.definitions(), body)));
    }

    private void on(String method, String path, Call call) {
        routes.add(new Route(method, PathPatternParser.defaultInstance.parse(path), call));
    }

    private Reply formOf(UserTaskResult task) {
        return task.getFormKey() == null
                ? new Reply(204, null)
                : view.form(Long.parseLong(task.getFormKey()))
                        .map(form -> new Reply(200, form))
                        .orElseGet(() -> problem(404, "NOT_FOUND", "Form " + task.getFormKey() + " not found"));
    }

    private TopologyResponse topology() {
        String version = VersionUtil.getVersion();
        var partition =
                new Partition().partitionId(1).role(Partition.RoleEnum.LEADER).health(Partition.HealthEnum.HEALTHY);
        return new TopologyResponse()
                .clusterSize(1)
                .partitionsCount(1)
                .replicationFactor(1)
                .gatewayVersion(version)
                .addBrokersItem(new BrokerInfo()
                        .nodeId(0)
                        .host("127.0.0.1")
                        .port(engine.port())
                        .version(version)
                        .addPartitionsItem(partition));
    }

    /** Waits for the engine, and for the listeners that the engine waits for. */
    private static Reply told(CompletableFuture<Answer> command) {
        var answer = command.join();
        if (answer.isTaken()) {
            return new Reply(204, null);
        }
        int status = switch (answer.rejection()) {
            case NOT_FOUND -> 404;
            case INVALID_STATE, ALREADY_EXISTS -> 409;
            case INVALID_ARGUMENT -> 400;
            case FORBIDDEN -> 403;
            default -> 500;
        };
        return problem(status, answer.rejection().name(), answer.reason());
    }

    private static Reply notFound(String what, Map<String, String> path) {
        return problem(404, "NOT_FOUND", "%s with key '%s' not found".formatted(what, path.get("key")));
    }

    private static Reply problem(int status, String title, String detail) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return new Reply(status, problem);
    }

    private static long key(Map<String, String> path) {
        return Long.parseLong(path.get("key"));
    }

    private Map<String, Object> map(JsonNode node) {
        return node.isObject() ? json.convertValue(node, new TypeReference<Map<String, Object>>() {}) : Map.of();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = replyTo(exchange);
            byte[] body = reply.body() == null ? new byte[0] : json.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders()
                    .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply replyTo(HttpExchange exchange) {
        if (!login.admits(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem(401, "UNAUTHORIZED", "The embedded engine asks for its login");
        }
        String path = exchange.getRequestURI().getPath();
        var container = PathContainer.parsePath(path);
        for (Route route : routes) {
            var match = route.pattern().matchAndExtract(container);
            if (match != null && route.method().equals(exchange.getRequestMethod())) {
                return answer(route, match.getUriVariables(), exchange);
            }
        }
        return problem(
                404, "NOT_FOUND", "The embedded engine's gateway has no " + exchange.getRequestMethod() + " " + path);
    }

    private Reply answer(Route route, Map<String, String> path, HttpExchange exchange) {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            return route.call().answer(path, body.length == 0 ? json.createObjectNode() : json.readTree(body));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return problem(400, "INVALID_ARGUMENT", e.getMessage());
        } catch (IOException | CompletionException e) {
            log.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return problem(500, "INTERNAL_ERROR", e.getMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
