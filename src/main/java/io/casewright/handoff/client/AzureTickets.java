package io.casewright.handoff.client;

import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.client.AzureSupportWire.Ticket;
import io.casewright.handoff.client.AzureSupportWire.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds a customer's tickets: people know them by number, Azure by a name within a subscription. */
@Component
class AzureTickets {

    private static final String ALL = "/subscriptions/{subscription}/providers/Microsoft.Support/supportTickets";
    /** Azure knows tickets of the last 18 months. */
    private static final Duration YOUNG = Duration.ofDays(540);

    private static final int PAGE = 100;

    private final AzureLine line;
    private final AzureSubscriptions subscriptions;
    private final Clock clock;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    AzureTickets(AzureLine line, AzureSubscriptions subscriptions, Clock clock) {
        this.line = line;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Where a ticket is. */
    record Place(String subscription, String name) {}

    /** All of the customer's, and from now on their places are known. */
    List<Ticket> list(String tenantId) {
        String since = clock.instant().minus(YOUNG).truncatedTo(ChronoUnit.DAYS).toString();
        return subscriptions.of(tenantId).stream()
                .flatMap(subscription -> line
                        .all(
                                AzureLine.get(tenantId, ALL, subscription)
                                        .query("$top", PAGE)
                                        .query("$filter", "CreatedDate ge " + since),
                                Tickets.class,
                                Tickets::value,
                                Tickets::nextLink)
                        .stream()
                        .peek(ticket -> remember(subscription, ticket)))
                .toList();
    }

    /** @throws DeskRefused when the customer has no such ticket */
    Place placeOf(String tenantId, String number) {
        var known = places.get(number);
        if (known == null) {
            list(tenantId);
            known = places.get(number);
        }
        if (known == null) {
            throw new DeskRefused(
                    "Azure shows no ticket %s in the subscriptions of tenant %s. Check its number, and whether the application still has the role Support Request Contributor there."
                            .formatted(number, tenantId));
        }
        return known;
    }

    void remember(String subscription, Ticket ticket) {
        if (ticket.name() != null
                && ticket.properties() != null
                && ticket.properties().supportTicketId() != null) {
            places.put(ticket.properties().supportTicketId(), new Place(subscription, ticket.name()));
        }
    }
}
