package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.simulator.SimulatedTickets.Status;
import io.casewright.simulator.SimulatedTickets.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Partner Center's service requests. Directed below {@code /simulator/service-requests}, see {@link TicketDirections}. */
public final class ServiceRequestSimulator implements SimulatedApi {

    private static final String NO_TIME = "0001-01-01T00:00:00";
    private static final Pattern OUR_REFERENCE = Pattern.compile("^\\[(CW-\\d{4}-\\d{6}-T\\d+)]");
    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final List<String> SEVERITIES = List.of("unknown", "critical", "moderate", "minimal");
    private static final List<String> STATUSES = List.of("none", "open", "closed", "attention_needed");

    private final SimulatedTickets tickets = new SimulatedTickets(number -> "62611%010d".formatted(number));
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    private volatile int pageSize = 50;

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/v1/servicerequests/supporttopics", asPerson(request -> Reply.ok(topics())));
        routes.on("POST", "/v1/servicerequests/{locale}", asPerson(this::create));
        routes.on("GET", "/v1/servicerequests/{id}", asPerson(this::read));
        routes.on("PATCH", "/v1/servicerequests/{id}", asPerson(this::change));
        routes.on("GET", "/v1/customers/{tenant}/servicerequests", asPerson(this::list));
        TicketDirections.add(routes, "/simulator/service-requests", tickets);
    }

    /** What is open there, and what its engineers do. */
    public SimulatedTickets tickets() {
        return tickets;
    }

    /** How many requests a page of a list has. */
    public void pagesOf(int size) {
        pageSize = size;
    }

    /** The tenant is no customer of the partner's, or is one again. */
    public void stranger(String tenantId, boolean isOne) {
        if (isOne) {
            strangers.add(tenantId);
        } else {
            strangers.remove(tenantId);
        }
    }

    private Function<Exchange, Reply> asPerson(Function<Exchange, Reply> call) {
        return request -> {
            var wait = tickets.mustWait(request.token().tenantId());
            if (wait.isPresent()) {
                return Reply.of(429, Map.of("statusCode", 429, "message", "Rate limit is exceeded."))
                        .header("Retry-After", String.valueOf(wait.get()));
            }
            return request.token().appOnly()
                    ? refused(403, "900329", "App-only authentication is not allowed for this operation.")
                    : call.apply(request);
        };
    }

    private Reply create(Exchange request) {
        JsonNode body = request.body();
        if (body.path("Title").asText().isBlank()
                || body.path("SupportTopicId").asText().isBlank()) {
            return refused(400, "2000", "Title, Description, Severity and SupportTopicId are required.");
        }
        String tenant = body.path("Organization").path("Id").asText();
        if (strangers.contains(tenant)) {
            return noRelationship();
        }
        String title = body.path("Title").asText();
        Matcher reference = OUR_REFERENCE.matcher(title);
        var ticket = tickets.open(
                request.header("MS-RequestId").orElse(null),
                tenant,
                reference.find() ? reference.group(1) : "",
                title,
                body.path("Description").asText(),
                body.path("Severity").asText(),
                body.path("SupportTopicId").asText());
        var answer = shown(ticket);
        answer.put("status", "none");
        answer.put("createdDate", NO_TIME);
        answer.put("lastModifiedDate", NO_TIME);
        answer.remove("notes");
        answer.put("countryCode", body.path("CountryCode").asText("US"));
        return Reply.of(201, answer);
    }

    private Reply read(Exchange request) {
        return tickets.find(request.variable("id"))
                .map(ticket -> Reply.ok(shown(ticket)))
                .orElseGet(ServiceRequestSimulator::unknown);
    }

    private Reply change(Exchange request) {
        String id = request.variable("id");
        if (tickets.find(id).isEmpty()) {
            return unknown();
        }
        JsonNode body = request.body();
        String key = request.header("MS-RequestId").orElse(null);
        if (body.hasNonNull("NewNote")) {
            tickets.write(id, key, "Account", body.path("NewNote").path("Text").asText());
        }
        if (body.hasNonNull("Severity")) {
            tickets.severity(id, key, body.path("Severity").asText());
        }
        if (body.hasNonNull("Status")) {
            tickets.status(id, key, Status.valueOf(body.path("Status").asText().toUpperCase(Locale.ROOT)));
        }
        return Reply.ok(shown(tickets.get(id)));
    }

    private Reply list(Exchange request) {
        String tenant = request.variable("tenant");
        if (strangers.contains(tenant)) {
            return noRelationship();
        }
        var all = tickets.listed(tenant);
        int offset = request.query("offset").map(Integer::parseInt).orElse(0);
        var page = all.stream().skip(offset).limit(pageSize).map(this::listed).toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("totalCount", all.size());
        answer.put("items", page);
        if (offset + pageSize < all.size()) {
            String next =
                    "/customers/%s/servicerequests?size=%d&offset=%d".formatted(tenant, pageSize, offset + pageSize);
            answer.put("links", Map.of("next", Map.of("uri", next, "method", "GET", "headers", List.of())));
        }
        answer.put("attributes", Map.of("objectType", "Collection"));
        return Reply.ok(answer);
    }

    private Map<String, Object> shown(Ticket ticket) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("title", ticket.title());
        answer.put("description", ticket.text());
        answer.put("severity", ticket.severity());
        answer.put("supportTopicId", ticket.topic());
        answer.put("id", ticket.id());
        answer.put("status", tickets.statusOf(ticket).name().toLowerCase(Locale.ROOT));
        answer.put("organization", Map.of("id", ticket.tenant(), "name", "Customer"));
        answer.put("createdDate", ticket.created().toString());
        answer.put("lastModifiedDate", ticket.changed().toString());
        answer.put("lastClosedDate", closed(ticket));
        answer.put(
                "notes",
                tickets.notesOf(ticket).stream()
                        .map(note -> Map.of(
                                "createdByName", note.by(),
                                "createdDate", WITHOUT_ZONE.format(note.at()),
                                "text", note.text()))
                        .toList());
        answer.put("attributes", Map.of("objectType", "ServiceRequest"));
        return answer;
    }

    /** In lists, words are numbers and times have no zone. */
    private Map<String, Object> listed(Ticket ticket) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("title", ticket.title());
        answer.put("severity", Math.max(0, SEVERITIES.indexOf(ticket.severity())));
        answer.put("id", ticket.id());
        answer.put("status", STATUSES.indexOf(tickets.statusOf(ticket).name().toLowerCase(Locale.ROOT)));
        answer.put("createdDate", WITHOUT_ZONE.format(ticket.created()));
        answer.put("lastModifiedDate", WITHOUT_ZONE.format(ticket.changed()));
        answer.put("lastClosedDate", closed(ticket));
        answer.put("attributes", Map.of("objectType", "ServiceRequest"));
        return answer;
    }

    private static String closed(Ticket ticket) {
        Instant closed = ticket.closed();
        return closed == null ? NO_TIME : closed.toString();
    }

    private static Map<String, Object> topics() {
        return Map.of(
                "totalCount",
                3,
                "items",
                List.of(
                        topic(32444667, "Exchange Online", "Mail flow, mailboxes and calendars"),
                        topic(32444671, "SharePoint Online", "Sites, files and sharing"),
                        topic(32569836, "Microsoft 365 administration", "Users, licences and domains")),
                "attributes",
                Map.of("objectType", "Collection"));
    }

    private static Map<String, Object> topic(int id, String name, String description) {
        return Map.of(
                "name", name, "description", description, "id", id, "attributes", Map.of("objectType", "SupportTopic"));
    }

    private static Reply unknown() {
        return refused(404, "404", "The service request was not found.");
    }

    private static Reply noRelationship() {
        return refused(403, "20002", "There is no relationship with this customer.");
    }

    private static Reply refused(int status, String code, String description) {
        return Reply.of(status, Map.of("code", code, "description", description));
    }
}
