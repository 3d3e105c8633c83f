package io.casewright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Answers searches with pages that an engine gave, many times over: as one would that carries as many times more. */
final class RecordedEngine implements AutoCloseable {

    /** What keys of one repetition differ by from those of the one before. */
    static final long APART = 1_000_000_000_000L;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYS =
            List.of("userTaskKey", "elementInstanceKey", "processInstanceKey", "parentProcessInstanceKey");
    private static final String TASKS = "/v2/user-tasks/search";
    private static final String INSTANCES = "/v2/process-instances/search";

    private final LocalStack stack;
    private final HttpServer server;
    private final int times;

    private RecordedEngine(LocalStack stack, HttpServer server, int times) {
        this.stack = stack;
        this.server = server;
        this.times = times;
    }

    /** Records what the engine of the stack carries now. */
    static RecordedEngine of(LocalStack stack, int times) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var recorded = new RecordedEngine(stack, server, times);
        recorded.serve(TASKS, "{\"filter\": {\"state\": \"CREATED\"}, \"page\": {\"limit\": 10000}}");
        recorded.serve(INSTANCES, "{\"filter\": {\"state\": \"ACTIVE\"}, \"page\": {\"limit\": 10000}}");
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return recorded;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(String path, String everything) throws IOException {
        var items = repeated(JSON.readTree(stack.askEngine(path, everything)).required("items"));
        server.createContext(path, exchange -> answer(exchange, items));
    }

    private List<JsonNode> repeated(JsonNode items) {
        var all = new ArrayList<JsonNode>();
        for (int time = 0; time < times; time++) {
            for (JsonNode item : items) {
                ObjectNode copy = item.deepCopy();
                for (String key : KEYS) {
                    if (copy.hasNonNull(key)) {
                        copy.put(key, String.valueOf(copy.get(key).asLong() + time * APART));
                    }
                }
                all.add(copy);
            }
        }
        return all;
    }

    private static void answer(HttpExchange exchange, List<JsonNode> items) {
        try (exchange) {
            var page = JSON.readTree(exchange.getRequestBody()).path("page");
            int from = page.path("after").asInt(0);
            int until = Math.min(from + page.path("limit").asInt(100), items.size());
            var answer = JSON.createObjectNode();
            answer.putArray("items").addAll(items.subList(from, until));
            answer.putObject("page").put("totalItems", items.size()).put("endCursor", String.valueOf(until));
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
