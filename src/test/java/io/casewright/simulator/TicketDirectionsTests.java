package io.casewright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewright.simulator.SimulatedTickets.Note;
import io.casewright.simulator.SimulatedTickets.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketDirectionsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MicrosoftSimulator simulator = MicrosoftSimulator.start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        http.close();
        simulator.close();
    }

    private SimulatedTickets tickets(String desk) {
        return switch (desk) {
            case "service-requests" -> simulator.serviceRequests().tickets();
            case "azure-support" -> simulator.azureSupport().tickets();
            default -> simulator.desk().tickets();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-requests", "azure-support", "desk"})
    void anEngineerDoesWhatIsTold(String desk) throws Exception {
        String base = "/simulator/" + desk;
        JsonNode seeded = JSON.readTree(send("POST", base + "/seed", "{\"tickets\": 3, \"tenants\": 2}", 200));
        String id = seeded.at("/tickets/0/id").asText();
        String reference = seeded.at("/tickets/0/reference").asText();

        send("POST", base + "/" + id + "/notes", "{\"text\": \"We look into it.\"}", 204);
        send("POST", base + "/" + reference + "/question", "{\"text\": \"Which version?\"}", 204);
        assertThat(tickets(desk).get(id).status()).isEqualTo(Status.ATTENTION_NEEDED);
        send("POST", base + "/" + reference + "/closing", "{\"text\": \"Done.\"}", 204);
        assertThat(tickets(desk).get(id).closed()).isNotNull();
        send("POST", base + "/" + reference + "/reopening", "{\"text\": \"It came back.\"}", 204);

        assertThat(tickets(desk).get(id).status()).isEqualTo(Status.OPEN);
        assertThat(tickets(desk).get(id).notes())
                .extracting(Note::text)
                .containsExactly("We look into it.", "Which version?", "Done.", "It came back.");
        String tenant = SimulatedTickets.tenantNumber(0);
        JsonNode listed = JSON.readTree(send("GET", base + "?tenant=" + tenant, null, 200));
        assertThat(listed.path("tickets")).hasSize(2);
        send("POST", base + "/unknown/notes", "{\"text\": \"x\"}", 404);
    }

    @Test
    void aDeskIsOddForAsLongAsIsTold() throws Exception {
        send(
                "PUT",
                "/simulator/desk/oddities",
                "{\"duplicateNotes\": true, \"listDelay\": 30, \"callsPerMinute\": 7}",
                204);
        assertThat(simulator.desk().tickets().oddities())
                .isEqualTo(TicketOddities.none()
                        .withDuplicateNotes()
                        .withListDelay(Duration.ofSeconds(30))
                        .withCallsPerMinute(7));

        send("DELETE", "/simulator/desk/oddities", null, 204);
        assertThat(simulator.desk().tickets().oddities()).isEqualTo(TicketOddities.none());
    }

    @Test
    void oddNotesComeTwiceAndTheStatusFlaps() {
        var tickets = simulator.desk().tickets();
        String id = tickets.seed(1, 1).getFirst().id();
        tickets.note(id, "Once.");
        tickets.odd(
                TicketOddities.none().withDuplicateNotes().withShuffledNotes().withFlappingStatus());

        assertThat(tickets.notesOf(tickets.get(id))).hasSize(2);
        assertThat(tickets.statusOf(tickets.get(id))).isNotEqualTo(tickets.statusOf(tickets.get(id)));
        assertThat(tickets.get(id).notes()).hasSize(1);
    }

    /** As {@code curl -d} sends it. */
    private String send(String method, String path, String body, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
