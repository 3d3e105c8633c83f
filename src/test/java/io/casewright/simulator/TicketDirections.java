package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.simulator.SimulatedTickets.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Directs the engineers of a simulated desk over HTTP, below an address such as {@code /simulator/service-requests}; a ticket
 * is named by the desk's id or by our reference.
 *
 * <ul>
 *   <li>{@code POST …/{id}/notes}, {@code …/{id}/question}, {@code …/{id}/closing}, {@code …/{id}/reopening} with {@code {"text"}}
 *   <li>{@code GET …?tenant=} the tickets, with their notes
 *   <li>{@code POST …/seed} with {@code {"tickets", "tenants"}}
 *   <li>{@code PUT …/oddities} with the components of {@link TicketOddities}, {@code listDelay} in seconds; {@code DELETE} ends them
 * </ul>
 */
final class TicketDirections {

    private final SimulatedTickets tickets;

    private TicketDirections(SimulatedTickets tickets) {
        this.tickets = tickets;
    }

    static void add(Routes routes, String base, SimulatedTickets tickets) {
        var directions = new TicketDirections(tickets);
        directions.say(routes, base + "/{id}/notes", tickets::note);
        directions.say(routes, base + "/{id}/question", tickets::ask);
        directions.say(routes, base + "/{id}/closing", tickets::close);
        directions.say(routes, base + "/{id}/reopening", tickets::reopen);
        routes.direct("GET", base, directions::list);
        routes.direct("POST", base + "/seed", directions::seed);
        routes.direct("PUT", base + "/oddities", directions::odd);
        routes.direct("DELETE", base + "/oddities", request -> {
            tickets.usual();
            return Reply.of(204, null);
        });
    }

    private void say(Routes routes, String template, BiConsumer<String, String> deed) {
        routes.direct("POST", template, request -> {
            if (tickets.find(request.variable("id")).isEmpty()) {
                return Reply.of(404, Map.of("description", "There is no ticket " + request.variable("id")));
            }
            deed.accept(request.variable("id"), request.body().path("text").asText());
            return Reply.of(204, null);
        });
    }

    private Reply list(Exchange request) {
        return Reply.ok(Map.of(
                "tickets",
                tickets.all().stream()
                        .filter(ticket -> request.query("tenant")
                                .map(tenant -> tenant.equals(ticket.tenant()))
                                .orElse(true))
                        .toList()));
    }

    private Reply seed(Exchange request) {
        JsonNode body = request.body();
        List<Ticket> seeded =
                tickets.seed(body.path("tickets").asInt(), body.path("tenants").asInt(1));
        return Reply.ok(Map.of(
                "tickets",
                seeded.stream()
                        .map(ticket ->
                                Map.of("id", ticket.id(), "tenant", ticket.tenant(), "reference", ticket.reference()))
                        .toList()));
    }

    private Reply odd(Exchange request) {
        JsonNode body = request.body();
        tickets.odd(new TicketOddities(
                body.path("duplicateNotes").asBoolean(),
                body.path("shuffledNotes").asBoolean(),
                body.path("flappingStatus").asBoolean(),
                body.path("forgetsRequestIds").asBoolean(),
                Duration.ofSeconds(body.path("listDelay").asLong()),
                body.path("callsPerMinute").asInt()));
        return Reply.of(204, null);
    }
}
