package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Microsoft Graph's service communications. It begins with the issues of the story, which all tenants see; what is published later is seen by
 * the tenants it names, by those of its region, or by all. The partner's own tenant sees everything.
 */
public final class HealthSimulator implements SimulatedApi {

    private static final String ISSUES = "/v1.0/admin/serviceAnnouncement/issues";
    private static final Set<String> RESOLVED =
            Set.of("servicerestored", "postincidentreviewpublished", "falsepositive", "serviceoperational");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Published> issues = new LinkedHashMap<>();
    private final Map<String, AtomicInteger> readings = new ConcurrentHashMap<>();
    private int pageSize = 100;

    /**
     * An issue to publish.
     *
     * @param status as Microsoft writes it, such as {@code serviceDegradation}
     * @param tenants who sees it; empty for all
     * @param region whose tenants see it, such as Europe; null for all
     */
    public record Issue(
            String id,
            String service,
            String feature,
            String title,
            String impact,
            String status,
            List<String> tenants,
            String region) {

        public static Issue of(String id, String service, String feature, String title, String impact) {
            return new Issue(id, service, feature, title, impact, "ServiceDegradation", List.of(), null);
        }

        public Issue forTenants(String... some) {
            return new Issue(id, service, feature, title, impact, status, List.of(some), region);
        }

        public Issue in(String someRegion) {
            return new Issue(id, service, feature, title, impact, status, tenants, someRegion);
        }
    }

    private record Published(ObjectNode message, List<String> tenants, String region) {

        boolean isSeenBy(String tenant) {
            return tenant.equals(Tokens.PARTNER_TENANT)
                    || ((tenants.isEmpty() || tenants.contains(tenant))
                            && (region == null || region.equalsIgnoreCase(HealthRegions.of(tenant))));
        }
    }

    public HealthSimulator() {
        reset();
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", ISSUES, this::list);
        routes.on("GET", ISSUES + "/{id}", this::one);
        routes.on("GET", "/v1.0/admin/serviceAnnouncement/healthOverviews", this::overviews);
        routes.direct("POST", "/simulator/health/issues", request -> {
            publish(JSON.convertValue(request.body(), Issue.class));
            return Reply.of(204, null);
        });
        routes.direct("POST", "/simulator/health/issues/{id}/posts", request -> {
            post(request.variable("id"), request.body().path("text").asText());
            return Reply.of(204, null);
        });
        routes.direct("PUT", "/simulator/health/issues/{id}/status", request -> {
            change(request.variable("id"), request.body().path("status").asText());
            return Reply.of(204, null);
        });
        routes.direct("DELETE", "/simulator/health/issues/{id}", request -> {
            vanish(request.variable("id"));
            return Reply.of(204, null);
        });
        routes.direct("DELETE", "/simulator/health", request -> {
            reset();
            return Reply.of(204, null);
        });
    }

    /** As the story begins. */
    public synchronized void reset() {
        issues.clear();
        readings.clear();
        pageSize = 100;
        try (var story = new ClassPathResource("story/service-health.json").getInputStream()) {
            JSON.readTree(story)
                    .path("value")
                    .forEach(issue ->
                            issues.put(issue.path("id").asText(), new Published((ObjectNode) issue, List.of(), null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes an issue that begins now, in the odd case of the documented examples. */
    public synchronized void publish(Issue issue) {
        var message = JSON.createObjectNode()
                .put("startDateTime", now())
                .putNull("endDateTime")
                .put("lastModifiedDateTime", now())
                .put("title", issue.title())
                .put("id", issue.id())
                .put("impactDescription", issue.impact())
                .put("classification", "Incident")
                .put("origin", "Microsoft")
                .put("status", issue.status() == null ? "ServiceDegradation" : issue.status())
                .put("service", issue.service())
                .put("feature", issue.feature())
                .put("featureGroup", issue.feature())
                .put("isResolved", false);
        message.putArray("details");
        message.putArray("posts");
        issues.put(
                issue.id(),
                new Published(message, issue.tenants() == null ? List.of() : issue.tenants(), issue.region()));
    }

    /** Adds Microsoft's next notice, which is HTML. */
    public synchronized void post(String id, String html) {
        var message = message(id);
        message.withArray("posts")
                .addObject()
                .put("createdDateTime", now())
                .put("postType", "Regular")
                .putObject("description")
                .put("contentType", "Html")
                .put("content", html);
        message.put("lastModifiedDateTime", now());
    }

    /** Gives it another status; one that ends it also says when. */
    public synchronized void change(String id, String status) {
        boolean over = RESOLVED.contains(status.toLowerCase(java.util.Locale.ROOT));
        message(id)
                .put("status", status)
                .put("isResolved", over)
                .put("endDateTime", over ? now() : null)
                .put("lastModifiedDateTime", now());
    }

    /** It is in no list any more. */
    public synchronized void vanish(String id) {
        issues.remove(id);
    }

    /** At most so many issues a page, whatever the reader prefers. */
    public synchronized void pageSize(int size) {
        pageSize = size;
    }

    /** How often the tenant's list of issues was asked for, page by page. */
    public int readings(String tenant) {
        return readings.getOrDefault(tenant, new AtomicInteger()).get();
    }

    private synchronized Reply list(Exchange request) {
        String tenant = request.token().tenantId();
        readings.computeIfAbsent(tenant, key -> new AtomicInteger()).incrementAndGet();
        var filter = HealthFilter.of(request.query("$filter").orElse(""));
        if (filter.isEmpty()) {
            return refused(400, "BadRequest", "Invalid filter clause");
        }
        var seen = seenBy(tenant).filter(filter.get()).toList();
        int skip = request.query("$skip").map(Integer::parseInt).orElse(0);
        int end = Math.min(seen.size(), skip + pageFor(request));
        var page = new LinkedHashMap<String, Object>();
        page.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#admin/serviceAnnouncement/issues");
        if (end < seen.size()) {
            String kept = request.query("$filter")
                    .map(value -> "$filter=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&")
                    .orElse("");
            page.put("@odata.nextLink", request.address() + ISSUES + "?" + kept + "$skip=" + end);
        }
        page.put("value", seen.subList(Math.min(skip, end), end));
        return Reply.ok(page);
    }

    private int pageFor(Exchange request) {
        return request.header("Prefer")
                .filter(value -> value.startsWith("odata.maxpagesize="))
                .map(value -> Math.min(1000, Integer.parseInt(value.substring("odata.maxpagesize=".length()))))
                .map(preferred -> Math.min(preferred, pageSize))
                .orElse(pageSize);
    }

    private synchronized Reply one(Exchange request) {
        return seenBy(request.token().tenantId())
                .filter(issue -> issue.path("id").asText().equals(request.variable("id")))
                .findFirst()
                .map(Reply::ok)
                .orElseGet(() -> refused(404, "ResourceNotFound", "The issue was not found."));
    }

    private synchronized Reply overviews(Exchange request) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (String service : List.of("Exchange Online", "Microsoft Teams", "SharePoint Online", "Microsoft Intune")) {
            statuses.put(service, "ServiceOperational");
        }
        seenBy(request.token().tenantId())
                .filter(issue -> !issue.path("isResolved").asBoolean())
                .forEach(issue -> statuses.put(
                        issue.path("service").asText(), issue.path("status").asText()));
        var value = new ArrayList<Map<String, String>>();
        statuses.forEach((service, status) ->
                value.add(Map.of("service", service, "status", status, "id", service.replace(" ", ""))));
        return Reply.ok(Map.of(
                "@odata.context",
                "https://graph.microsoft.com/v1.0/$metadata#admin/serviceAnnouncement/healthOverviews",
                "value",
                value));
    }

    private Stream<JsonNode> seenBy(String tenant) {
        return issues.values().stream().filter(issue -> issue.isSeenBy(tenant)).map(issue ->
                (JsonNode) issue.message().deepCopy());
    }

    private ObjectNode message(String id) {
        return Optional.ofNullable(issues.get(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no issue " + id))
                .message();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Reply refused(int status, String code, String words) {
        return Reply.of(status, Map.of("error", Map.of("code", code, "message", words)));
    }

    /** The time of an issue's newest change. */
    static Instant modifiedAt(JsonNode issue) {
        return Instant.parse(issue.path("lastModifiedDateTime").asText());
    }
}
