package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.simulator.SimulatedTickets.Note;
import io.casewright.simulator.SimulatedTickets.Status;
import io.casewright.simulator.SimulatedTickets.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Azure's support tickets, and the subscriptions they hang on: each tenant has one whose id begins with {@code a5b} in place of
 * the tenant's own. Directed below {@code /simulator/azure-support}, see {@link TicketDirections}.
 */
public final class AzureSupportSimulator implements SimulatedApi {

    private static final String TICKETS = "/subscriptions/{subscription}/providers/Microsoft.Support/supportTickets";
    private static final String ONE = TICKETS + "/{ticket}";
    private static final String SERVICE = "/providers/Microsoft.Support/services/6f16735c-b0ae-b275-ad3a-03479cfa1396";

    private final SimulatedTickets tickets = new SimulatedTickets(number -> "25611%010d".formatted(number));
    private final Map<String, AtomicInteger> work = new ConcurrentHashMap<>();
    private final Set<String> without = ConcurrentHashMap.newKeySet();
    private final Set<String> closedDoors = ConcurrentHashMap.newKeySet();
    private volatile int patience = 1;
    private volatile int pageSize = 50;

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/subscriptions", limited(this::subscriptions));
        routes.on("GET", "/providers/Microsoft.Support/services", limited(request -> Reply.ok(services())));
        routes.on(
                "GET",
                "/providers/Microsoft.Support/services/{service}/problemClassifications",
                limited(request -> Reply.ok(problems())));
        routes.on("GET", TICKETS, allowed(this::list));
        routes.on("PUT", ONE, allowed(this::create));
        routes.on("GET", ONE, allowed(this::read));
        routes.on("PATCH", ONE, allowed(this::change));
        routes.on("GET", ONE + "/communications", allowed(this::communications));
        routes.on("PUT", ONE + "/communications/{communication}", allowed(this::write));
        routes.on(
                "GET",
                "/subscriptions/{subscription}/providers/Microsoft.Support/operationResults/{operation}",
                allowed(this::outcome));
        TicketDirections.add(routes, "/simulator/azure-support", tickets);
    }

    /** What is open there, and what its engineers do. */
    public SimulatedTickets tickets() {
        return tickets;
    }

    /** The tenant's subscription. */
    public static String subscriptionOf(String tenantId) {
        return "a5b" + tenantId.substring(3);
    }

    /** How often it has to be asked before something new is there. */
    public void takesSoManyQuestions(int questions) {
        patience = questions;
    }

    /** How many tickets a page of a list has. */
    public void pagesOf(int size) {
        pageSize = size;
    }

    /** The tenant has no subscription that is enabled, or has one again. */
    public void withoutSubscription(String tenantId, boolean isWithout) {
        set(without, tenantId, isWithout);
    }

    /** The application has no role on the tenant's subscription, or has one again. */
    public void withoutRole(String tenantId, boolean isWithout) {
        set(closedDoors, tenantId, isWithout);
    }

    private static void set(Set<String> tenants, String tenantId, boolean isIn) {
        if (isIn) {
            tenants.add(tenantId);
        } else {
            tenants.remove(tenantId);
        }
    }

    private Function<Exchange, Reply> limited(Function<Exchange, Reply> call) {
        return request -> tickets.mustWait(request.token().tenantId())
                .map(seconds -> refused(429, "TooManyRequests", "The rate limit is exceeded.")
                        .header("Retry-After", String.valueOf(seconds)))
                .orElseGet(() -> call.apply(request));
    }

    private Function<Exchange, Reply> allowed(Function<Exchange, Reply> call) {
        return limited(request -> {
            String tenant = request.token().tenantId();
            return closedDoors.contains(tenant)
                            || !request.variable("subscription").equals(subscriptionOf(tenant))
                    ? refused(403, "AuthorizationFailed", "The client does not have authorization over the scope.")
                    : call.apply(request);
        });
    }

    private Reply subscriptions(Exchange request) {
        String tenant = request.token().tenantId();
        String id = subscriptionOf(tenant);
        return Reply.ok(Map.of(
                "value",
                List.of(
                        subscription("0" + id.substring(1), tenant, "Old trial", "Disabled"),
                        subscription(id, tenant, "Production", without.contains(tenant) ? "Warned" : "Enabled"))));
    }

    private static Map<String, Object> subscription(String id, String tenant, String name, String state) {
        return Map.of(
                "id", "/subscriptions/" + id,
                "subscriptionId", id,
                "tenantId", tenant,
                "displayName", name,
                "state", state);
    }

    private Reply create(Exchange request) {
        JsonNode wanted = request.body().path("properties");
        String name = request.variable("ticket");
        if (wanted.path("contactDetails").path("primaryEmailAddress").asText().isBlank()
                || wanted.path("problemClassificationId").asText().isBlank()) {
            return refused(400, "BadRequest", "contactDetails and problemClassificationId are required.");
        }
        boolean fresh = mine(request, name).isEmpty();
        var ticket = tickets.open(
                request.token().tenantId() + name,
                request.token().tenantId(),
                name,
                wanted.path("title").asText(),
                wanted.path("description").asText(),
                wanted.path("severity").asText(),
                wanted.path("problemClassificationId").asText());
        return fresh ? atWork(request, "ticket." + name) : Reply.ok(shown(request, ticket));
    }

    private Reply read(Exchange request) {
        String name = request.variable("ticket");
        return mine(request, name)
                .filter(ticket -> isDone("ticket." + name))
                .map(ticket -> Reply.ok(shown(request, ticket)))
                .orElseGet(AzureSupportSimulator::unknown);
    }

    private Reply change(Exchange request) {
        var ticket = mine(request, request.variable("ticket"));
        if (ticket.isEmpty()) {
            return unknown();
        }
        String id = ticket.get().id();
        if (request.body().hasNonNull("severity")) {
            tickets.severity(id, null, request.body().path("severity").asText());
        }
        if (request.body().hasNonNull("status")) {
            tickets.status(
                    id,
                    null,
                    Status.valueOf(request.body().path("status").asText().toUpperCase(Locale.ROOT)));
        }
        return Reply.ok(shown(request, tickets.get(id)));
    }

    private Reply list(Exchange request) {
        var all = tickets.listed(request.token().tenantId());
        int skip = request.query("$skiptoken").map(Integer::parseInt).orElse(0);
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "value",
                all.stream()
                        .skip(skip)
                        .limit(pageSize)
                        .map(ticket -> shown(request, ticket))
                        .toList());
        if (skip + pageSize < all.size()) {
            answer.put(
                    "nextLink",
                    request.address() + request.path() + "?api-version=2024-04-01&$skiptoken=" + (skip + pageSize));
        }
        return Reply.ok(answer);
    }

    private Reply communications(Exchange request) {
        return mine(request, request.variable("ticket"))
                .map(ticket -> Reply.ok(Map.of(
                        "value",
                        tickets.notesOf(ticket).stream()
                                .map(note -> said(request, ticket, note))
                                .toList())))
                .orElseGet(AzureSupportSimulator::unknown);
    }

    private Reply write(Exchange request) {
        var ticket = mine(request, request.variable("ticket"));
        if (ticket.isEmpty()) {
            return unknown();
        }
        String name = request.variable("communication");
        JsonNode words = request.body().path("properties");
        if (words.path("sender").asText().isBlank()) {
            return refused(400, "BadRequest", "sender is required when called by a service principal.");
        }
        tickets.write(
                ticket.get().id(),
                name,
                words.path("sender").asText(),
                words.path("body").asText());
        return atWork(request, "communication." + ticket.get().reference() + "." + name);
    }

    /** Whoever made something asks here until it is done. */
    private Reply outcome(Exchange request) {
        String operation = request.variable("operation");
        if (!isDone(operation)) {
            return Reply.of(202, null)
                    .header("Location", request.address() + request.path() + "?api-version=2024-04-01");
        }
        String[] parts = operation.split("\\.", 3);
        var ticket = mine(request, parts[1]);
        if (ticket.isEmpty()) {
            return unknown();
        }
        return Reply.ok(
                parts[0].equals("ticket")
                        ? shown(request, ticket.get())
                        : said(
                                request,
                                ticket.get(),
                                ticket.get().notes().stream()
                                        .filter(note -> note.id().equals(parts[2]))
                                        .findFirst()
                                        .orElseThrow()));
    }

    private Reply atWork(Exchange request, String operation) {
        work.put(operation, new AtomicInteger(patience));
        String root = request.address() + "/subscriptions/" + request.variable("subscription")
                + "/providers/Microsoft.Support/";
        return Reply.of(202, null)
                .header("Location", root + "operationResults/" + operation + "?api-version=2024-04-01")
                .header("Azure-AsyncOperation", root + "operationsStatus/" + operation + "?api-version=2024-04-01");
    }

    private boolean isDone(String operation) {
        var left = work.get(operation);
        return left == null || left.getAndDecrement() <= 0;
    }

    private Optional<Ticket> mine(Exchange request, String name) {
        return tickets.find(name)
                .filter(ticket -> ticket.tenant().equals(request.token().tenantId()));
    }

    private Map<String, Object> shown(Exchange request, Ticket ticket) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("supportTicketId", ticket.id());
        properties.put("title", ticket.title());
        properties.put("description", ticket.text());
        properties.put("problemClassificationId", ticket.topic());
        properties.put("severity", ticket.severity());
        properties.put("contactDetails", Map.of("primaryEmailAddress", "support@northwind.example"));
        // Azure has no word for waiting for us.
        properties.put("status", tickets.statusOf(ticket) == Status.CLOSED ? "Closed" : "Open");
        properties.put("createdDate", ticket.created().toString());
        properties.put("modifiedDate", ticket.changed().toString());
        return Map.of(
                "id",
                place(request) + ticket.reference(),
                "name",
                ticket.reference(),
                "type",
                "Microsoft.Support/supportTickets",
                "properties",
                properties);
    }

    private static Map<String, Object> said(Exchange request, Ticket ticket, Note note) {
        return Map.of(
                "id",
                place(request) + ticket.reference() + "/communications/" + note.id(),
                "name",
                note.id(),
                "type",
                "Microsoft.Support/communications",
                "properties",
                Map.of(
                        "subject",
                        ticket.title(),
                        "body",
                        note.text(),
                        "communicationType",
                        "web",
                        "communicationDirection",
                        note.by().contains("@") ? "outbound" : "inbound",
                        "sender",
                        note.by(),
                        "createdDate",
                        note.at().toString()));
    }

    private static String place(Exchange request) {
        return "/subscriptions/" + request.variable("subscription") + "/providers/Microsoft.Support/supportTickets/";
    }

    private static Map<String, Object> services() {
        return Map.of(
                "value",
                List.of(
                        named(SERVICE, "Virtual Machine running Linux", "Microsoft.Support/services"),
                        named(SERVICE.replace("6f16", "7a01"), "Data Explorer", "Microsoft.Support/services")));
    }

    private static Map<String, Object> problems() {
        String type = "Microsoft.Support/problemClassifications";
        return Map.of(
                "value",
                List.of(
                        named(SERVICE + "/problemClassifications/c0a1", "Cannot connect by SSH", type),
                        named(SERVICE + "/problemClassifications/c0a2", "Restarts without a reason", type)));
    }

    private static Map<String, Object> named(String id, String name, String type) {
        return Map.of(
                "id",
                id,
                "name",
                id.substring(id.lastIndexOf('/') + 1),
                "type",
                type,
                "properties",
                Map.of("displayName", name));
    }

    private static Reply unknown() {
        return refused(404, "NotFound", "The support ticket was not found.");
    }

    private static Reply refused(int status, String code, String message) {
        return Reply.of(status, Map.of("error", Map.of("code", code, "message", message)));
    }
}
