package io.casewright.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The customers of the partner of the story as the simulated Partner Center lists them, page by page, by a token in a header. */
public final class CustomerListSimulator implements SimulatedApi {

    private static final String TOKEN = "MS-ContinuationToken";

    private final List<Listed> all = new CopyOnWriteArrayList<>(List.of(
            new Listed("0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01", "contoso.example", "Contoso"),
            new Listed("1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02", "adatum.example", "Adatum"),
            new Listed("2d9e4b5a-7c63-4f2a-9e77-3b8c5f4da003", "litware.example", "Litware")));
    private volatile int pageSize = 2;

    private record Listed(String tenantId, String domain, String name) {}

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/v1/customers", this::page);
    }

    public void add(String tenantId, String domain, String name) {
        all.add(new Listed(tenantId, domain, name));
    }

    public void remove(String tenantId) {
        all.removeIf(each -> each.tenantId.equals(tenantId));
    }

    private Reply page(Exchange request) {
        int from = request.header(TOKEN).map(Integer::parseInt).orElse(0);
        var shown = all.stream().skip(from).limit(pageSize).toList();
        var links = new LinkedHashMap<String, Object>();
        links.put("self", link("/customers?size=" + pageSize, List.of()));
        if (from + pageSize < all.size()) {
            links.put(
                    "next",
                    link(
                            "/customers?size=" + pageSize + "&seekOperation=Next",
                            List.of(Map.of("key", TOKEN, "value", String.valueOf(from + pageSize)))));
        }
        return Reply.ok(Map.of(
                "totalCount",
                shown.size(),
                "items",
                shown.stream().map(CustomerListSimulator::item).toList(),
                "links",
                links,
                "attributes",
                Map.of("objectType", "Collection")));
    }

    private static Map<String, Object> item(Listed listed) {
        return Map.of(
                "id",
                listed.tenantId,
                "companyProfile",
                Map.of("tenantId", listed.tenantId, "domain", listed.domain, "companyName", listed.name),
                "relationshipToPartner",
                "none");
    }

    private static Map<String, Object> link(String uri, List<Map<String, String>> headers) {
        return Map.of("uri", uri, "method", "GET", "headers", headers);
    }
}
