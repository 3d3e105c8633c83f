package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Delegated administration relationships between the partner of the story and its customers; the customers answer as whoever directs says. */
public final class RelationshipSimulator implements SimulatedApi {

    private static final String ALL = "/v1.0/tenantRelationships/delegatedAdminRelationships";
    private static final String ONE = ALL + "/{id}";
    private static final String DIRECT = "/simulator/relationships";
    private static final Pattern OF_CUSTOMER = Pattern.compile("customer/tenantId eq '([^']*)'");
    private static final String FAR_AWAY = "2037-12-31T00:00:00Z";

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("Service Support Administrator", "f023fd81-a637-4b56-95fd-791ac0226033"),
            Map.entry("Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de"),
            Map.entry("SharePoint Administrator", "f28a1f50-f6e7-4571-818b-6a12f2af6b6c"),
            Map.entry("Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b"),
            Map.entry("Fabric Administrator", "a9ea8996-122f-4c74-9520-8edcd192826c"),
            Map.entry("Teams Administrator", "69091246-20e8-4a56-aa4d-066075b2a7a8"),
            Map.entry("Password Administrator", "966707d0-3269-4727-9be2-8c3a10f19b9d"),
            Map.entry("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"));

    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private int pageSize = 100;

    private static final class Relationship {
        final String id = UUID.randomUUID() + "-" + UUID.randomUUID();
        final String tenantId;
        final String name;
        final String duration;
        final Set<String> roleIds;
        final Instant created = Instant.now();
        final List<Map<String, Object>> requests = new ArrayList<>();
        final List<Map<String, Object>> assignments = new ArrayList<>();
        final List<Map<String, Object>> operations = new ArrayList<>();
        String status = "created";
        String activated;
        String end;

        Relationship(String tenantId, String name, String duration, Set<String> roleIds) {
            this.tenantId = tenantId;
            this.name = name;
            this.duration = duration;
            this.roleIds = roleIds;
        }
    }

    /** A relationship as a test sees it. */
    public record Seen(String id, String displayName, String status) {}

    RelationshipSimulator() {
        grant(
                "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01",
                "Service Support Administrator",
                "Exchange Administrator",
                "Directory Readers");
        grant(
                "1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02",
                "Service Support Administrator",
                "Exchange Administrator",
                "SharePoint Administrator");
        grant("2d9e4b5a-7c63-4f2a-9e77-3b8c5f4da003", "Service Support Administrator");
        grant("3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104", "Service Support Administrator", "SharePoint Administrator");
        grant("5ac17e8d-af96-4c5d-8baa-6ebf8c70d306", "Fabric Administrator");
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", ALL, this::list)
                .on("POST", ALL, this::create)
                .on("GET", ONE, this::look)
                .on("DELETE", ONE, this::delete)
                .on("GET", ONE + "/accessAssignments", request -> found(request, each -> value(each.assignments)))
                .on("GET", ONE + "/requests", request -> found(request, each -> value(each.requests)))
                .on("GET", ONE + "/operations", request -> found(request, each -> value(each.operations)))
                .on("POST", ONE + "/requests", this::ask);
        routes.direct(
                        "GET",
                        DIRECT,
                        request -> Reply.ok(Map.of(
                                "relationships", of(request.query("customer").orElse("")))))
                .direct("POST", DIRECT + "/{id}/approval", request -> directed(() -> approve(request.variable("id"))))
                .direct("POST", DIRECT + "/{id}/rejection", request -> directed(() -> reject(request.variable("id"))))
                .direct("POST", DIRECT + "/{id}/expiry", request -> directed(() -> expire(request.variable("id"))))
                .direct(
                        "POST",
                        DIRECT + "/{id}/termination",
                        request -> directed(() -> terminate(request.variable("id"))))
                .direct("POST", DIRECT + "/{id}/assignment", request -> directed(() -> assign(request.variable("id"))));
    }

    /** A relationship that lasts, with its roles given to people. */
    public synchronized String grant(String tenantId, String... roles) {
        String id = grantToNobody(tenantId, FAR_AWAY, roles);
        assign(id);
        return id;
    }

    /**
     * A relationship that nobody of the partner was assigned to.
     *
     * @param end when it ends, also when that is over
     */
    public synchronized String grantToNobody(String tenantId, String end, String... roles) {
        var ids = new TreeSet<String>();
        Arrays.stream(roles).forEach(role -> ids.add(ROLES.getOrDefault(role, role)));
        var relationship = new Relationship(tenantId, "Support " + relationships.size(), "P730D", ids);
        relationship.status = "active";
        relationship.activated = "2026-01-10T09:00:00Z";
        relationship.end = end;
        relationships.put(relationship.id, relationship);
        return relationship.id;
    }

    /** Gives all roles of the relationship to a group of the partner. */
    public synchronized void assign(String id) {
        var relationship = relationships.get(id);
        var assignment = new LinkedHashMap<String, Object>();
        assignment.put("id", UUID.randomUUID().toString());
        assignment.put("status", "active");
        assignment.put("createdDateTime", relationship.created);
        assignment.put("lastModifiedDateTime", relationship.created);
        assignment.put(
                "accessContainer",
                Map.of(
                        "accessContainerId", "869b1a92-2f2a-4c8f-8f1b-12d0b9c1f8a7",
                        "accessContainerType", "securityGroup"));
        assignment.put("accessDetails", details(relationship));
        relationship.assignments.add(assignment);
        relationship.operations.add(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "operationType",
                "delegatedAdminAccessAssignmentUpdate",
                "status",
                "succeeded",
                "data",
                "{}",
                "createdDateTime",
                relationship.created,
                "lastModifiedDateTime",
                relationship.created));
    }

    /** All assignments of the relationship get this status. */
    public synchronized void assignmentsAre(String id, String status) {
        relationships.get(id).assignments.forEach(assignment -> assignment.put("status", status));
    }

    /** The customer approves, which can be done once it was opened; nobody of the partner is assigned yet. */
    public synchronized void approve(String id) {
        var relationship = relationships.get(id);
        if (!relationship.status.equals("approvalPending")) {
            throw new IllegalStateException(
                    "A relationship that is %s cannot be approved".formatted(relationship.status));
        }
        relationship.status = "active";
        relationship.activated = Instant.now().toString();
        relationship.end = Instant.now()
                .atOffset(ZoneOffset.UTC)
                .plus(Period.parse(relationship.duration))
                .toInstant()
                .toString();
    }

    /** It is about to run out; Microsoft terminates only what is active. */
    public synchronized void expiring(String id) {
        relationships.get(id).status = "expiring";
    }

    /** The relationship of this name. */
    public synchronized Optional<Seen> named(String displayName) {
        return relationships.values().stream()
                .filter(each -> each.name.equals(displayName))
                .map(each -> new Seen(each.id, each.name, each.status))
                .findFirst();
    }

    /** The customer says no. */
    public synchronized void reject(String id) {
        var relationship = relationships.get(id);
        relationship.status = "terminated";
        relationship.requests.add(request("reject", "succeeded"));
    }

    /** Its time is over, whether it was approved or not. */
    public synchronized void expire(String id) {
        relationships.get(id).status = "expired";
    }

    /** One side ends it. */
    public synchronized void terminate(String id) {
        relationships.get(id).status = "terminated";
    }

    /** It is as if it had never been. */
    public synchronized void remove(String id) {
        relationships.remove(id);
    }

    public synchronized void pageSize(int size) {
        pageSize = size;
    }

    /** The relationships with this customer, in the order in which they were made. */
    public synchronized List<Seen> of(String tenantId) {
        return relationships.values().stream()
                .filter(each -> each.tenantId.equals(tenantId))
                .map(each -> new Seen(each.id, each.name, each.status))
                .toList();
    }

    private synchronized Reply list(Exchange request) {
        String filter = request.query("$filter").orElse("");
        Matcher ofCustomer = OF_CUSTOMER.matcher(filter);
        if (!filter.isEmpty() && !ofCustomer.matches()) {
            return Reply.of(400, error("BadRequest", "The filter is not supported."));
        }
        var fitting = relationships.values().stream()
                .filter(each -> filter.isEmpty() || each.tenantId.equals(ofCustomer.group(1)))
                .toList();
        int from = request.query("$skiptoken").map(Integer::parseInt).orElse(0);
        int to = Math.min(fitting.size(), from + pageSize);
        var page = new LinkedHashMap<String, Object>(value(
                fitting.subList(Math.min(from, to), to).stream().map(this::json).toList()));
        if (to < fitting.size()) {
            page.put(
                    "@odata.nextLink",
                    request.address() + ALL + "?$filter="
                            + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8)
                            + "&$skiptoken=" + to);
        }
        return Reply.ok(page);
    }

    private synchronized Reply create(Exchange request) {
        JsonNode wanted = request.body();
        String name = wanted.path("displayName").asText();
        if (name.isEmpty() || name.length() > 50) {
            return Reply.of(400, error("BadRequest", "The display name has 1 to 50 characters."));
        }
        if (relationships.values().stream().anyMatch(each -> each.name.equals(name))) {
            return Reply.of(
                    409, error("Conflict", "A delegated admin relationship with this display name exists already."));
        }
        var roles = new TreeSet<String>();
        wanted.path("accessDetails")
                .path("unifiedRoles")
                .forEach(role -> roles.add(role.path("roleDefinitionId").asText()));
        var relationship = new Relationship(
                wanted.path("customer").path("tenantId").asText(),
                name,
                wanted.path("duration").asText(),
                roles);
        relationships.put(relationship.id, relationship);
        return Reply.of(201, json(relationship));
    }

    private synchronized Reply ask(Exchange request) {
        var relationship = relationships.get(request.variable("id"));
        if (relationship == null) {
            return notFound();
        }
        String action = request.body().path("action").asText();
        switch (action + " " + relationship.status) {
            case "lockForApproval created" -> relationship.status = "approvalPending";
            case "terminate active" -> relationship.status = "terminationRequested";
            default -> {
                return Reply.of(409, error("Conflict", "The relationship is not in a state that allows this action."));
            }
        }
        var asked = request(action, "succeeded");
        relationship.requests.add(asked);
        return Reply.of(201, asked);
    }

    /** What is to be terminated is so a look later. */
    private synchronized Reply look(Exchange request) {
        var reply = found(request, this::json);
        var relationship = relationships.get(request.variable("id"));
        if (relationship != null) {
            relationship.status = switch (relationship.status) {
                case "terminationRequested" -> "terminating";
                case "terminating" -> "terminated";
                default -> relationship.status;
            };
        }
        return reply;
    }

    private synchronized Reply delete(Exchange request) {
        var relationship = relationships.get(request.variable("id"));
        if (relationship == null) {
            return notFound();
        }
        String version = request.header("If-Match").orElse("");
        if (!version.equals("*") && !version.equals(etag(relationship))) {
            return Reply.of(412, error("PreconditionFailed", "The relationship has changed, or no version was named."));
        }
        if (!relationship.status.equals("created")) {
            return Reply.of(409, error("Conflict", "A relationship can only be deleted while its status is created."));
        }
        relationships.remove(relationship.id);
        return Reply.of(204, null);
    }

    private static String etag(Relationship relationship) {
        return "W/\"%s-%s\"".formatted(relationship.id, relationship.status);
    }

    private synchronized Reply found(
            Exchange request, java.util.function.Function<Relationship, Map<String, Object>> answer) {
        return Optional.ofNullable(relationships.get(request.variable("id")))
                .map(each -> Reply.ok(answer.apply(each)))
                .orElseGet(RelationshipSimulator::notFound);
    }

    private Map<String, Object> json(Relationship relationship) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@odata.etag", etag(relationship));
        json.put("id", relationship.id);
        json.put("displayName", relationship.name);
        json.put("duration", relationship.duration);
        json.put("autoExtendDuration", "PT0S");
        json.put("status", relationship.status);
        json.put("createdDateTime", relationship.created);
        json.put("lastModifiedDateTime", relationship.created);
        json.put("activatedDateTime", relationship.activated);
        json.put("endDateTime", relationship.end);
        json.put("customer", Map.of("tenantId", relationship.tenantId, "displayName", "A customer"));
        json.put("accessDetails", details(relationship));
        return json;
    }

    private static Map<String, Object> details(Relationship relationship) {
        return Map.of(
                "unifiedRoles",
                relationship.roleIds.stream()
                        .map(role -> Map.of("roleDefinitionId", role))
                        .toList());
    }

    private static Map<String, Object> value(List<?> items) {
        return Map.of("value", List.copyOf(items));
    }

    private static Map<String, Object> request(String action, String status) {
        return Map.of("id", UUID.randomUUID().toString(), "action", action, "status", status);
    }

    private static Reply directed(Runnable change) {
        change.run();
        return Reply.of(204, null);
    }

    private static Reply notFound() {
        return Reply.of(404, error("NotFound", "The delegated admin relationship was not found."));
    }

    private static Map<String, Object> error(String code, String message) {
        return Map.of("error", Map.of("code", code, "message", message));
    }
}
