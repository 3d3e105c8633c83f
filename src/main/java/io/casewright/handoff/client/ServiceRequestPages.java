package io.casewright.handoff.client;

import io.casewright.handoff.client.ServiceRequestWire.Link;
import io.casewright.handoff.client.ServiceRequestWire.Listed;
import io.casewright.handoff.client.ServiceRequestWire.Page;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The service requests of a customer, page by page. The list may change meanwhile, so one may come on two pages. */
@Component
class ServiceRequestPages {

    private static final int MOST_PAGES = 50;
    private static final String VERSION = "/v1";

    private final DeskLine line;

    ServiceRequestPages(DeskLine line) {
        this.line = line;
    }

    /** Each once, as it was seen last. */
    Collection<Listed> of(String tenantId) {
        Map<String, Listed> requests = new LinkedHashMap<>();
        var seen = new HashSet<String>();
        Optional<Call> call =
                Optional.of(Call.get(Api.PARTNER_CENTER, tenantId, "/v1/customers/{tenant}/servicerequests", tenantId));
        while (call.isPresent() && seen.size() < MOST_PAGES && seen.add(signature(call.get()))) {
            var page = line.ask(call.get(), Page.class).content();
            for (Listed request : Objects.requireNonNullElse(page.items(), List.<Listed>of())) {
                if (request.id() != null) {
                    requests.put(request.id(), request);
                }
            }
            call = next(tenantId, page);
        }
        return requests.values();
    }

    private static Optional<Call> next(String tenantId, Page page) {
        return Optional.ofNullable(page.links()).map(links -> links.next()).flatMap(link -> call(tenantId, link));
    }

    private static Optional<Call> call(String tenantId, Link link) {
        if (link.uri() == null || link.uri().isBlank()) {
            return Optional.empty();
        }
        var call = Call.follow(Api.PARTNER_CENTER, tenantId, URI.create(withVersion(link.uri())));
        for (var header : Objects.requireNonNullElse(link.headers(), List.<ServiceRequestWire.Header>of())) {
            if (header.key() != null && header.value() != null) {
                call = call.header(header.key(), header.value());
            }
        }
        return Optional.of(call);
    }

    /** Partner Center names pages by paths without the version in front. */
    private static String withVersion(String uri) {
        return uri.startsWith("/") && !uri.startsWith(VERSION + "/") ? VERSION + uri : uri;
    }

    private static String signature(Call call) {
        return call.path() + call.headers();
    }
}
