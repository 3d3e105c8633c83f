package io.casewright.handoff.application;

import io.casewright.handoff.domain.Channel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Leads an agent to the place where a ticket is opened. */
@Component
class TicketLinks {

    private final HandOffSettings settings;

    TicketLinks(HandOffSettings settings) {
        this.settings = settings;
    }

    /** Empty when there is no such place on the web. */
    String of(Channel channel, String tenantId) {
        String address = switch (channel) {
            case PARTNER_CENTER -> settings.partnerCenter();
            case AZURE_SUPPORT -> settings.azureSupport();
            case GUIDED -> settings.adminPortal();
            case DESK -> settings.desk();
        };
        return address == null ? "" : address.replace("{tenant}", URLEncoder.encode(tenantId, StandardCharsets.UTF_8));
    }
}
