package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.VendorDesk.TicketOrder;
import io.casewright.handoff.domain.Ticket;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.platform.text.Secret;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Desks for tests that do without an application, and orders for them. */
final class Desks {

    static final String TENANT = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    static final String REFERENCE = "CW-2026-000007-T1";
    static final String EXCHANGE = "32444667";
    static final String NO_SSH =
            "/providers/Microsoft.Support/services/6f16735c-b0ae-b275-ad3a-03479cfa1396/problemClassifications/c0a1";

    private Desks() {}

    static PartnerCenterDesk partnerCenter(MicrosoftSimulator simulator) {
        return partnerCenter(Lines.to(simulator), simulator.address());
    }

    static PartnerCenterDesk partnerCenter(MicrosoftLine line, String address, String... settings) {
        var desk = new DeskLine(line);
        return new PartnerCenterDesk(
                desk,
                new ServiceRequestPages(desk),
                new ServiceRequestTopics(desk, Clock.systemUTC()),
                Lines.settings(address, settings));
    }

    static AzureSupportDesk azure(MicrosoftSimulator simulator) {
        return azure(Lines.to(simulator));
    }

    static AzureSupportDesk azure(MicrosoftLine toMicrosoft) {
        var settings = new AzureSupportSettings(
                "W. Europe Standard Time",
                "en-US",
                "DEU",
                List.of("Virtual Machine running Linux"),
                3,
                Duration.ofMillis(1));
        var line = new AzureLine(new DeskLine(toMicrosoft), settings);
        var subscriptions = new AzureSubscriptions(line);
        return new AzureSupportDesk(
                line,
                subscriptions,
                new AzureTickets(line, subscriptions, Clock.systemUTC()),
                new AzureTopics(line, settings, Clock.systemUTC()),
                settings);
    }

    static ProviderDesk provider(String address) {
        return provider(address, Tokens.DESK_TOKEN);
    }

    static ProviderDesk provider(String address, String token) {
        var settings = new DeskApiSettings(
                URI.create(address + "/desk"), new Secret(token), Duration.ofSeconds(2), Duration.ofMillis(500));
        return new ProviderDesk(new DeskApiLine(settings, Clock.systemUTC()), settings);
    }

    static TicketOrder order() {
        return order(UUID.randomUUID(), EXCHANGE);
    }

    static TicketOrder order(UUID key, String topic) {
        return new TicketOrder(key, REFERENCE, TENANT, "en", "DE", topic, ticket());
    }

    static Ticket ticket() {
        return new Ticket(
                "Calendar items vanish after edit",
                "Impact: 40 users. Started 2026-11-20T07:10Z. Health checked, no issue.",
                Severity.MODERATE,
                false,
                true,
                "Noor Dahl",
                "support@northwind.example",
                "+49 30 5550100",
                "Europe/Berlin, English");
    }
}
