package io.casewright.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** One server on loopback that stands for all of Microsoft's interfaces and the sign-in. Its parts are directed by tests and stories. */
public final class MicrosoftSimulator implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes = new Routes();
    private final Tokens tokens = new Tokens();
    private final Story story = new Story();
    private final SubscriptionSimulator subscriptions = new SubscriptionSimulator();
    private final InvoiceSimulator invoices = new InvoiceSimulator();
    private final ServiceRequestSimulator serviceRequests = new ServiceRequestSimulator();
    private final AzureSupportSimulator azureSupport = new AzureSupportSimulator();
    private final ProviderDeskSimulator desk = new ProviderDeskSimulator();
    private final RelationshipSimulator relationships = new RelationshipSimulator();
    private final DirectorySimulator directory = new DirectorySimulator();
    private final HealthSimulator health = new HealthSimulator();
    private final CustomerListSimulator customers = new CustomerListSimulator();

    private MicrosoftSimulator(HttpServer server) {
        this.server = server;
        add(tokens);
        add(story);
        add(subscriptions);
        add(invoices);
        add(serviceRequests);
        add(azureSupport);
        add(desk);
        add(relationships);
        add(directory);
        add(health);
        add(customers);
    }

    /** @param port 0 for any that is free */
    public static MicrosoftSimulator start(int port) {
        try {
            var simulator = new MicrosoftSimulator(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200));
            simulator.server.setExecutor(simulator.executor);
            simulator.server.createContext("/", simulator::handle);
            simulator.server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public Tokens tokens() {
        return tokens;
    }

    public Story story() {
        return story;
    }

    public SubscriptionSimulator subscriptions() {
        return subscriptions;
    }

    public InvoiceSimulator invoices() {
        return invoices;
    }

    public ServiceRequestSimulator serviceRequests() {
        return serviceRequests;
    }

    public AzureSupportSimulator azureSupport() {
        return azureSupport;
    }

    /** A provider's desk, which is not Microsoft's but needs a server as well. */
    public ProviderDeskSimulator desk() {
        return desk;
    }

    public RelationshipSimulator relationships() {
        return relationships;
    }

    public DirectorySimulator directory() {
        return directory;
    }

    public CustomerListSimulator customers() {
        return customers;
    }

    public HealthSimulator health() {
        return health;
    }

    private <T extends SimulatedApi> T add(T api) {
        api.addTo(routes);
        return api;
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            answer(http);
        } catch (RuntimeException e) {
            write(http, Reply.of(500, Map.of("code", "simulator", "description", String.valueOf(e))));
        }
    }

    private void answer(HttpExchange http) throws IOException {
        String method = http.getRequestMethod();
        String path = http.getRequestURI().getRawPath();
        var match = routes.find(method, path);
        if (match.isEmpty()) {
            http.getRequestBody().readAllBytes();
            write(http, Reply.of(404, Map.of("code", "404", "description", "There is no " + method + " " + path)));
            return;
        }
        var route = match.get().route();
        byte[] body = http.getRequestBody().readAllBytes();
        var holder = tokens.holderOf(http.getRequestHeaders().getFirst("Authorization"));
        if (route.needsToken() && holder.isEmpty()) {
            write(
                    http,
                    Reply.of(
                            401,
                            Map.of("code", "401", "description", "The access token is missing or no longer valid")));
            return;
        }
        var trouble = route.needsToken() ? story.troubleFor(method, path) : java.util.Optional.<Story.Now>empty();
        if (trouble.isPresent() && instead(http, trouble.get())) {
            return;
        }
        var request = exchange(http, match.get(), holder.orElse(null), body);
        Reply reply = route.needsToken() ? held(route, request) : route.call().apply(request);
        if (trouble.isPresent() && trouble.get().kind() == Story.Kind.LOST) {
            return;
        }
        String correlationId = request.header("MS-CorrelationId")
                .or(() -> request.header("client-request-id"))
                .orElseGet(() -> UUID.randomUUID().toString());
        write(
                http,
                reply.header("MS-CorrelationId", correlationId)
                        .header("request-id", correlationId)
                        .header("MS-RequestId", request.header("MS-RequestId").orElse(correlationId)));
    }

    /** Both sides keep to the examples, or the call fails with what is wrong. */
    private static Reply held(Routes.Route route, Exchange request) {
        var examples = Contract.examples();
        var objection = examples.objectionToRequest(route.method(), route.template(), request.body());
        if (objection.isPresent()) {
            return Reply.of(400, Map.of("code", "contract", "description", objection.get()));
        }
        Reply reply = route.call().apply(request);
        JsonNode said = reply.body() instanceof String ? null : JSON.valueToTree(reply.body());
        return examples.objectionToAnswer(route.method(), route.template(), reply.status(), said)
                .map(problem -> Reply.of(500, Map.of("code", "contract", "description", problem)))
                .orElse(reply);
    }

    /** True when the trouble is all the answer there is. */
    private static boolean instead(HttpExchange http, Story.Now trouble) throws IOException {
        switch (trouble.kind()) {
            case SLOW -> LockSupport.parkNanos(trouble.seconds() * 1_000_000_000L);
            case LOST -> {}
            case THROTTLED ->
                write(
                        http,
                        Reply.of(429, Map.of("statusCode", 429, "message", "Rate limit is exceeded."))
                                .header("Retry-After", String.valueOf(trouble.seconds())));
            case DOWN -> write(http, Reply.of(503, ""));
            case NONSENSE -> write(http, Reply.ok("<html><body>We are working on it.</body></html>"));
            case REFUSED ->
                write(
                        http,
                        Reply.of(403, Map.of("code", "900308", "description", "A role is missing for this request.")));
            case BROKEN -> {
                http.getResponseHeaders().add("Content-Type", "application/json");
                http.sendResponseHeaders(200, 1000);
                http.getResponseBody().write("{\"value\":[{\"id\":".getBytes(UTF_8));
            }
        }
        return trouble.kind() != Story.Kind.SLOW && trouble.kind() != Story.Kind.LOST;
    }

    private Exchange exchange(HttpExchange http, Routes.Match match, Tokens.Holder token, byte[] body)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        http.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        Map<String, List<String>> query = parameters(http.getRequestURI().getRawQuery());
        // curl -d says so of JSON as well.
        boolean form = headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")
                && (body.length == 0 || body[0] != '{');
        if (form) {
            query.putAll(parameters(new String(body, UTF_8)));
        }
        return new Exchange(
                token,
                address(),
                http.getRequestURI().getRawPath(),
                match.variables(),
                query,
                headers,
                form || body.length == 0 ? null : JSON.readTree(body));
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), name -> new ArrayList<>())
                        .add(parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "");
            }
        }
        return parameters;
    }

    private static void write(HttpExchange http, Reply reply) throws IOException {
        byte[] body = reply.body() == null
                ? new byte[0]
                : switch (reply.body()) {
                    case String text -> text.getBytes(UTF_8);
                    case byte[] file -> file;
                    default -> JSON.writeValueAsBytes(reply.body());
                };
        reply.headers().forEach(http.getResponseHeaders()::set);
        http.getResponseHeaders()
                .set("Content-Type", reply.body() instanceof String ? "text/html" : "application/json; charset=utf-8");
        http.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
