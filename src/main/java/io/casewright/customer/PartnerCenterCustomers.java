package io.casewright.customer;

import io.casewright.customer.CustomerListWire.Header;
import io.casewright.customer.CustomerListWire.Item;
import io.casewright.customer.CustomerListWire.Link;
import io.casewright.customer.CustomerListWire.Page;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftSettings;
import io.casewright.microsoft.MicrosoftTrouble;
import io.casewright.platform.text.Identity;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers of the partner as Partner Center lists them. Takes seconds, so never within a transaction. */
@Component
class PartnerCenterCustomers {

    private static final int MOST_PAGES = 1_000;
    private static final int PAGE_SIZE = 500;
    private static final String VERSION = "/v1";

    private final MicrosoftLine line;
    private final MicrosoftSettings settings;

    PartnerCenterCustomers(MicrosoftLine line, MicrosoftSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    /** @param domain empty where Partner Center says none */
    record Listed(String tenantId, String name, String domain) {}

    boolean canBeAsked() {
        return line.isConfigured();
    }

    /**
     * All of them: whoever is missing is no customer of the partner at Microsoft.
     *
     * @throws ListUnread when they cannot be read to the end
     */
    Collection<Listed> read() {
        Map<String, Listed> all = new LinkedHashMap<>();
        var seen = new HashSet<String>();
        Call call = Call.get(Api.PARTNER_CENTER, settings.partnerTenant(), "/v1/customers")
                .query("size", PAGE_SIZE);
        while (call != null) {
            // A list that leads around in a circle is not all of it.
            if (seen.size() == MOST_PAGES || !seen.add(call.path() + call.headers())) {
                throw new ListUnread(
                        "Partner Center does not come to the end of its list of customers. Try again later.");
            }
            Page page = page(call);
            Objects.requireNonNullElse(page.items(), List.<Item>of()).forEach(item -> add(item, all));
            call = page.links() == null || page.links().next() == null
                    ? null
                    : next(page.links().next());
        }
        return all.values();
    }

    private Page page(Call call) {
        try {
            return line.send(call, Page.class).required();
        } catch (MicrosoftTrouble e) {
            throw new ListUnread(e.reason());
        }
    }

    private static void add(Item item, Map<String, Listed> all) {
        var profile = item.companyProfile();
        String tenantId = profile != null && profile.tenantId() != null ? profile.tenantId() : item.id();
        if (tenantId != null) {
            String id = Identity.ofName(tenantId);
            all.put(
                    id,
                    new Listed(
                            id,
                            profile == null ? "" : Objects.requireNonNullElse(profile.companyName(), ""),
                            profile == null ? "" : Objects.requireNonNullElse(profile.domain(), "")));
        }
    }

    private @Nullable Call next(@Nullable Link link) {
        if (link == null || link.uri() == null || link.uri().isBlank()) {
            return null;
        }
        // Partner Center names pages by paths without the version in front.
        String uri =
                link.uri().startsWith("/") && !link.uri().startsWith(VERSION + "/") ? VERSION + link.uri() : link.uri();
        Call call = Call.follow(Api.PARTNER_CENTER, settings.partnerTenant(), URI.create(uri));
        for (Header header : Objects.requireNonNullElse(link.headers(), List.<Header>of())) {
            if (header.key() != null && header.value() != null) {
                call = call.header(header.key(), header.value());
            }
        }
        return call;
    }
}
