package io.casewright.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The subscriptions of the story's customers at the simulated Partner Center, with its rules for changing them. */
public final class SubscriptionSimulator implements SimulatedApi {

    public static final String CONTOSO = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    public static final String ADATUM = "1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02";
    public static final String LITWARE = "2d9e4b5a-7c63-4f2a-9e77-3b8c5f4da003";
    private static final String PATH = "/v1/customers/{tenant}/subscriptions";
    private static final int MOST_SEATS = 300;
    /** Customers of an indirect reseller: its provider has the relationship, not this partner. */
    private static final Set<String> OF_OTHERS = Set.of(
            "3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104",
            "4fb06d7c-9e85-4b4c-9a99-5dae7b6fc205",
            "5ac17e8d-af96-4c5d-8baa-6ebf8c70d306");

    private final Map<String, Sold> all = new LinkedHashMap<>();
    private final Map<String, Reply> answered = new ConcurrentHashMap<>();

    /** One subscription, and what is about to happen to it. */
    private static final class Sold {

        private final String tenant;
        private ObjectNode resource;
        private int version = 1;
        private int changes;
        private int pending;
        private int provisioning;
        private boolean provisioningFails;
        private int changedByOthers;

        private Sold(String tenant, ObjectNode resource) {
            this.tenant = tenant;
            this.resource = resource;
        }
    }

    SubscriptionSimulator() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        add(CONTOSO, "Microsoft 365 E3", 60, null, null);
        add(CONTOSO, "Exchange Online (Plan 1)", 12, now.plus(Duration.ofDays(5)), 12);
        add(ADATUM, "Microsoft 365 Business Premium", 140, now.plus(Duration.ofDays(3)), 50);
        String visio = add(ADATUM, "Visio Plan 2", 5, null, null);
        all.get(visio)
                .resource
                .put("status", "suspended")
                .withArray("suspensionReasons")
                .add("customerCancellation");
        add(LITWARE, "SQL Server 2022 Standard - 2 Core License Pack", 4, now.plus(Duration.ofDays(6)), 0);
        String basic = add(LITWARE, "Microsoft 365 Business Basic", 25, now.minus(Duration.ofDays(30)), 0);
        all.get(basic).resource.put("autoRenewEnabled", false);
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", PATH, request -> with(request, () -> list(request.variable("tenant"))));
        routes.on("GET", PATH + "/{subscription}", request -> with(request, () -> found(request, this::shown)));
        routes.on("PATCH", PATH + "/{subscription}", request -> with(request, () -> change(request)));
        routes.on(
                "GET",
                PATH + "/{subscription}/provisioningstatus",
                request -> with(request, () -> found(request, SubscriptionSimulator::provisioning)));
        routes.direct(
                "GET",
                "/simulator/subscriptions",
                request -> Reply.ok(all.values().stream()
                        .map(sold -> Map.of(
                                "id",
                                sold.resource.path("id"),
                                "name",
                                sold.resource.path("offerName"),
                                "tenant",
                                sold.tenant))
                        .toList()));
        routes.direct("GET", "/simulator/subscriptions/{subscription}", request -> {
            var sold = all.get(request.variable("subscription"));
            return Reply.ok(Map.of("subscription", sold.resource, "changes", sold.changes));
        });
        routes.direct("POST", "/simulator/subscriptions/{subscription}/troubles", request -> {
            String id = request.variable("subscription");
            JsonNode body = request.body();
            pendingFor(id, body.path("pending").asInt());
            provisioningTakes(id, body.path("provisioning").asInt());
            othersChange(id, body.path("changedByOthers").asInt());
            if (body.path("provisioningFails").asBoolean()) {
                provisioningFails(id);
            }
            return Reply.of(204, null);
        });
    }

    /**
     * Sells a subscription to the customer.
     *
     * @param until when it may be cancelled; null for never
     * @param refundable seats that may be given back until then; null when that is not told
     * @return its id
     */
    public synchronized String add(String tenant, String name, int quantity, Instant until, Integer refundable) {
        ObjectNode resource =
                Contract.examples().example("subscription-get").response().deepCopy();
        // The same in every run, so that a story can name it.
        String id = UUID.nameUUIDFromBytes((tenant + name + all.size()).getBytes(UTF_8))
                .toString();
        resource.put("id", id)
                .put("offerName", name)
                .put("friendlyName", name)
                .put("quantity", quantity)
                .put("cancellationAllowedUntilDate", until == null ? null : until.toString())
                .putNull("scheduledNextTermInstructions");
        resource.putArray("suspensionReasons");
        resource.putArray("refundOptions");
        if (refundable == null) {
            resource.putNull("refundableQuantity");
        } else {
            ObjectNode back = resource.putObject("refundableQuantity");
            back.put("totalQuantity", refundable);
            back.putArray("details");
        }
        all.put(id, new Sold(tenant, resource));
        return id;
    }

    /** The next changes are refused because another one is pending. */
    public synchronized void pendingFor(String id, int calls) {
        all.get(id).pending = calls;
    }

    /** After the next change it takes so many looks until it is provided. */
    public synchronized void provisioningTakes(String id, int looks) {
        all.get(id).provisioning = looks;
    }

    public synchronized void provisioningFails(String id) {
        all.get(id).provisioningFails = true;
    }

    /** Somebody else changes it right after each of the next reads. */
    public synchronized void othersChange(String id, int reads) {
        all.get(id).changedByOthers = reads;
    }

    /** How often it was changed over the interface. */
    public synchronized int changesOf(String id) {
        return all.get(id).changes;
    }

    /** The subscription as Partner Center has it. */
    /** How many seats the story's only subscription of this name has now. */
    public synchronized int quantityOf(String name) {
        return all.values().stream()
                .filter(sold -> sold.resource.path("offerName").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .resource
                .path("quantity")
                .asInt();
    }

    public synchronized JsonNode subscription(String id) {
        return all.get(id).resource.deepCopy();
    }

    /** Changes it as if by another hand. */
    public synchronized void edit(String id, String field, JsonNode value) {
        all.get(id).resource.set(field, value);
        all.get(id).version++;
    }

    private synchronized Reply with(Exchange request, java.util.function.Supplier<Reply> answer) {
        String tenant = request.variable("tenant");
        if (request.token().appOnly()) {
            return refused(403, "900329", "App only tokens are not supported.");
        }
        if (OF_OTHERS.contains(tenant)) {
            return refused(403, "20002", "There is no relationship between the partner and the customer.");
        }
        return all.values().stream().anyMatch(sold -> sold.tenant.equals(tenant))
                ? answer.get()
                : refused(404, "60003", "The tenant was not found.");
    }

    private Reply list(String tenant) {
        var items = all.values().stream()
                .filter(sold -> sold.tenant.equals(tenant))
                .map(SubscriptionSimulator::full)
                .toList();
        return Reply.ok(
                Map.of("totalCount", items.size(), "items", items, "attributes", Map.of("objectType", "Collection")));
    }

    private Reply found(Exchange request, java.util.function.Function<Sold, Reply> answer) {
        return Optional.ofNullable(all.get(request.variable("subscription")))
                .filter(sold -> sold.tenant.equals(request.variable("tenant")))
                .map(answer)
                .orElseGet(() -> refused(404, "20003", "The subscription was not found."));
    }

    private Reply shown(Sold sold) {
        var reply = Reply.ok(full(sold));
        if (sold.changedByOthers > 0) {
            sold.changedByOthers--;
            sold.version++;
        }
        return reply;
    }

    private static Reply provisioning(Sold sold) {
        String status = sold.provisioningFails ? "failed" : sold.provisioning > 0 ? "pending" : "success";
        sold.provisioning = Math.max(0, sold.provisioning - 1);
        return Reply.ok(Map.of(
                "skuId",
                "CBDC14AB-D96C-4C30-B9F4-6ADA7CDC1D46",
                "status",
                status,
                "quantity",
                sold.resource.path("quantity").asInt()));
    }

    /** The same request id gets the same answer, whatever it asks for. */
    private Reply change(Exchange request) {
        String id = request.header("MS-RequestId").orElse("");
        return Optional.ofNullable(answered.get(id)).orElseGet(() -> {
            var reply = found(request, sold -> changed(sold, request));
            answered.put(id, reply);
            return reply;
        });
    }

    private static Reply changed(Sold sold, Exchange request) {
        JsonNode wanted = request.body();
        if (!etag(sold).equals(request.header("If-Match").orElse(""))) {
            return refused(412, "2055", "The etag does not match the current version of the subscription.");
        }
        if (sold.pending > 0) {
            sold.pending--;
            return refused(409, "900278", "There is already a pending operation for this subscription.");
        }
        for (String kept : List.of("id", "offerId", "orderId", "partnerId", "unitType", "attributes")) {
            if (!wanted.has(kept)) {
                return refused(400, "400", "The full resource is required; " + kept + " is missing.");
            }
        }
        return refusal(sold.resource, wanted).orElseGet(() -> {
            sold.resource = wanted.deepCopy();
            sold.version++;
            sold.changes++;
            return Reply.ok(full(sold));
        });
    }

    private static Optional<Reply> refusal(JsonNode now, JsonNode wanted) {
        int seats = wanted.path("quantity").asInt();
        int fewer = now.path("quantity").asInt() - seats;
        boolean open = Optional.of(now.path("cancellationAllowedUntilDate").asText(""))
                .filter(until -> !until.isEmpty() && !until.equals("null"))
                .map(Instant::parse)
                .filter(until -> Instant.now().isBefore(until))
                .isPresent();
        if (fewer != 0 && now.path("status").asText().equals("suspended")) {
            return Optional.of(refused(400, "800091", "The subscription is suspended."));
        }
        if (seats < 1 || seats > MOST_SEATS) {
            return Optional.of(refused(400, "2002", "The quantity is above the maximum of the offer."));
        }
        int back = now.path("refundableQuantity").path("totalQuantity").asInt(Integer.MAX_VALUE);
        if (fewer > 0 && (!open || fewer > back)) {
            return Optional.of(refused(400, "800090", "The number of seats cannot be decreased."));
        }
        boolean cancelled = wanted.path("status").asText().equals("deleted");
        if (cancelled && !open && !now.path("status").asText().equals("deleted")) {
            return Optional.of(refused(400, "800002", "The subscription can no longer be cancelled."));
        }
        boolean scheduled = wanted.path("scheduledNextTermInstructions").isObject();
        return scheduled && !wanted.path("autoRenewEnabled").asBoolean()
                ? Optional.of(refused(400, "800060", "Only a subscription that renews has a next term."))
                : Optional.empty();
    }

    private static ObjectNode full(Sold sold) {
        ObjectNode resource = sold.resource.deepCopy();
        resource.putObject("attributes").put("etag", etag(sold)).put("objectType", "Subscription");
        return resource;
    }

    private static String etag(Sold sold) {
        return "W/\"" + sold.version + "\"";
    }

    private static Reply refused(int status, String code, String words) {
        return Reply.of(status, Map.of("code", code, "description", words, "data", List.of(), "source", "PartnerFD"));
    }
}
