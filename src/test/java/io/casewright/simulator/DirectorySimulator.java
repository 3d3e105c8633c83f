package io.casewright.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Users of the story's customers and their licences, seen with a token of the customer's tenant. */
public final class DirectorySimulator implements SimulatedApi {

    private static final Pattern BY_NAME = Pattern.compile("userPrincipalName eq '((?:[^']|'')*)'");
    private static final Map<String, String> SKUS = Map.of(
            "SPB", "cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46",
            "EXCHANGEENTERPRISE", "19ec0d23-8335-4cbd-94ac-6050e30712fa",
            "POWER_BI_PRO", "f8a1db68-be16-40ed-86d5-cb42ce701560");
    private static final int SEATS = 25;

    private final Map<String, Map<String, User>> tenants = new ConcurrentHashMap<>();

    /** @param error Microsoft's word for why the licence could not be given; "None" when it could */
    private record User(String id, String name, boolean enabled, String sku, String error) {}

    DirectorySimulator() {
        add("0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01", "ida.toivonen@contoso.example", "SPB", "None");
        add(
                "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01",
                "omar.haddad@contoso.example",
                "EXCHANGEENTERPRISE",
                "CountViolation");
        add("1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02", "greta.baumann@adatum.example", "SPB", "None");
        add("5ac17e8d-af96-4c5d-8baa-6ebf8c70d306", "elodie.marchand@proseware.example", "POWER_BI_PRO", "None");
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/v1.0/users", this::users)
                .on("GET", "/v1.0/users/{id}/licenseDetails", this::licences)
                .on("GET", "/v1.0/subscribedSkus", this::skus)
                .direct("PUT", "/simulator/directory/{tenant}/users/{name}", request -> {
                    add(
                            request.variable("tenant"),
                            request.variable("name"),
                            request.body().path("licence").asText("SPB"),
                            request.body().path("error").asText("None"));
                    return Reply.of(204, null);
                });
    }

    /**
     * A user who may sign in.
     *
     * @param licence SPB, EXCHANGEENTERPRISE or POWER_BI_PRO
     * @param error Microsoft's word for why the licence could not be given, such as CountViolation; "None" when it could
     */
    public void add(String tenantId, String signInName, String licence, String error) {
        usersOf(tenantId).put(signInName, new User(UUID.randomUUID().toString(), signInName, true, licence, error));
    }

    private Reply users(Exchange request) {
        var filter = BY_NAME.matcher(request.query("$filter").orElse(""));
        if (!filter.matches()) {
            return Reply.of(400, error("Request_UnsupportedQuery", "The filter is not supported."));
        }
        var user = usersOf(request.token().tenantId()).get(filter.group(1).replace("''", "'"));
        return value(
                Optional.ofNullable(user).map(DirectorySimulator::json).stream().toList());
    }

    private Reply licences(Exchange request) {
        return usersOf(request.token().tenantId()).values().stream()
                .filter(user -> user.id().equals(request.variable("id")))
                .findFirst()
                .map(user -> value(user.error().equals("None") ? List.of(licence(user)) : List.of()))
                .orElseGet(() -> Reply.of(404, error("Request_ResourceNotFound", "The user does not exist.")));
    }

    private Reply skus(Exchange request) {
        var users = usersOf(request.token().tenantId()).values();
        var skus = new ArrayList<Map<String, Object>>();
        SKUS.forEach((name, id) -> {
            long used = users.stream().filter(user -> user.sku().equals(name)).count();
            if (used > 0) {
                boolean full = users.stream()
                        .anyMatch(
                                user -> user.sku().equals(name) && user.error().equals("CountViolation"));
                skus.add(Map.of(
                        "skuId",
                        id,
                        "skuPartNumber",
                        name,
                        "consumedUnits",
                        full ? SEATS : used,
                        "prepaidUnits",
                        Map.of("enabled", SEATS)));
            }
        });
        return value(skus);
    }

    private Map<String, User> usersOf(String tenantId) {
        return tenants.computeIfAbsent(tenantId, key -> new ConcurrentHashMap<>());
    }

    private static Map<String, Object> json(User user) {
        var assignment = new LinkedHashMap<String, Object>();
        assignment.put("skuId", SKUS.get(user.sku()));
        assignment.put("assignedByGroup", null);
        assignment.put("state", user.error().equals("None") ? "Active" : "Error");
        assignment.put("error", user.error());
        return Map.of(
                "id", user.id(),
                "accountEnabled", user.enabled(),
                "usageLocation", "DE",
                "licenseAssignmentStates", List.of(assignment));
    }

    private static Map<String, Object> licence(User user) {
        return Map.of(
                "skuId", SKUS.get(user.sku()),
                "skuPartNumber", user.sku(),
                "servicePlans",
                        List.of(
                                Map.of(
                                        "servicePlanName", "EXCHANGE_S_STANDARD",
                                        "provisioningStatus", "Success"),
                                Map.of("servicePlanName", "TEAMS1", "provisioningStatus", "Disabled")));
    }

    private static Reply value(List<?> items) {
        return Reply.ok(Map.of("value", items));
    }

    private static Map<String, Object> error(String code, String message) {
        return Map.of("error", Map.of("code", code, "message", message));
    }
}
