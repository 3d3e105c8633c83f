package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.simulator.SimulatedTickets.Note;
import io.casewright.simulator.SimulatedTickets.Status;
import io.casewright.simulator.SimulatedTickets.Ticket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A provider's desk that speaks the desk API ({@code docs/desk-api.md}), with its root at {@code /desk}. Directed below
 * {@code /simulator/desk}, see {@link TicketDirections}.
 */
public final class ProviderDeskSimulator implements SimulatedApi {

    private final SimulatedTickets tickets = new SimulatedTickets(number -> "TD-%d".formatted(1000 + number));
    private volatile int pageSize = 50;

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/desk/tickets", asClient(this::create));
        routes.on("GET", "/desk/tickets", asClient(this::list));
        routes.on("GET", "/desk/tickets/{number}", asClient(this::read));
        routes.on("PATCH", "/desk/tickets/{number}", asClient(this::change));
        routes.on("POST", "/desk/tickets/{number}/notes", asClient(this::note));
        TicketDirections.add(routes, "/simulator/desk", tickets);
    }

    /** What is open there, and what its engineers do. */
    public SimulatedTickets tickets() {
        return tickets;
    }

    /** How many tickets a page of a list has. */
    public void pagesOf(int size) {
        pageSize = size;
    }

    private Function<Exchange, Reply> asClient(Function<Exchange, Reply> call) {
        return request -> {
            if (!request.token().scope().equals(Tokens.DESK)) {
                return problem(403, "This token is not one of ours.");
            }
            var wait = tickets.mustWait(request.token().tenantId());
            return wait.isEmpty()
                    ? call.apply(request)
                    : problem(429, "Too many calls.").header("Retry-After", String.valueOf(wait.get()));
        };
    }

    private Reply create(Exchange request) {
        JsonNode body = request.body();
        if (body.path("title").asText().isBlank()
                || body.path("reference").asText().isBlank()) {
            return problem(422, "A ticket needs a title and a reference.");
        }
        int before = tickets.all().size();
        var ticket = tickets.open(
                request.header("Idempotency-Key").orElse(null),
                body.path("tenant").asText(),
                body.path("reference").asText(),
                body.path("title").asText(),
                body.path("text").asText(),
                body.path("severity").asText(),
                "");
        return Reply.of(tickets.all().size() > before ? 201 : 200, shown(ticket));
    }

    private Reply list(Exchange request) {
        String tenant = request.query("tenant").orElse("");
        var all = tickets.listed(tenant);
        int after = request.query("after").map(Integer::parseInt).orElse(0);
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "tickets",
                all.stream().skip(after).limit(pageSize).map(this::listed).toList());
        if (after + pageSize < all.size()) {
            answer.put("next", "tickets?tenant=%s&after=%d".formatted(tenant, after + pageSize));
        }
        return Reply.ok(answer);
    }

    private Reply read(Exchange request) {
        return tickets.find(request.variable("number"))
                .map(ticket -> Reply.ok(shown(ticket)))
                .orElseGet(ProviderDeskSimulator::unknown);
    }

    private Reply change(Exchange request) {
        String number = request.variable("number");
        if (tickets.find(number).isEmpty()) {
            return unknown();
        }
        JsonNode body = request.body();
        String key = request.header("Idempotency-Key").orElse(null);
        if (body.hasNonNull("severity")) {
            tickets.severity(number, key, body.path("severity").asText());
        }
        if (body.hasNonNull("status")) {
            tickets.status(
                    number, key, Status.valueOf(body.path("status").asText().toUpperCase(Locale.ROOT)));
        }
        return Reply.ok(shown(tickets.get(number)));
    }

    private Reply note(Exchange request) {
        String number = request.variable("number");
        if (tickets.find(number).isEmpty()) {
            return unknown();
        }
        String id = request.body().path("id").asText();
        int before = tickets.get(number).notes().size();
        var ticket = tickets.write(
                number, id, "Northwind Cloud", request.body().path("text").asText());
        var note = ticket.notes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return Reply.of(ticket.notes().size() > before ? 201 : 200, note(note));
    }

    private Map<String, Object> shown(Ticket ticket) {
        var answer = listed(ticket);
        answer.put("tenant", ticket.tenant());
        answer.put("title", ticket.title());
        answer.put(
                "notes",
                tickets.notesOf(ticket).stream()
                        .map(ProviderDeskSimulator::note)
                        .toList());
        return answer;
    }

    private Map<String, Object> listed(Ticket ticket) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("number", ticket.id());
        answer.put("reference", ticket.reference());
        answer.put("status", tickets.statusOf(ticket).name().toLowerCase(Locale.ROOT));
        answer.put("severity", ticket.severity());
        answer.put("changedAt", ticket.changed().toString());
        return answer;
    }

    private static Map<String, Object> note(Note note) {
        return Map.of(
                "id", note.id(), "author", note.by(), "writtenAt", note.at().toString(), "text", note.text());
    }

    private static Reply unknown() {
        return problem(404, "There is no such ticket.");
    }

    private static Reply problem(int status, String detail) {
        return Reply.of(status, Map.of("title", "The desk cannot do this", "status", status, "detail", detail));
    }
}
