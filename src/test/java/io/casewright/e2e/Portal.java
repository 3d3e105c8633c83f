package io.casewright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The customer's side: the REST interface as a partner's portal uses it. */
final class Portal {

    private static final String BASIC_DEMO = "Basic ZGVtbzpkZW1v";

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "billing", "The invoice of October lists our licences twice; please send a corrected invoice.",
            "subscription", "Please reduce the seats of our subscription from 140 to 90 at the next renewal.",
            "technical", "Every mail to our tax adviser comes back with an error, in Outlook and on the web.");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String cases;

    Portal(String applicationUrl) {
        this.cases = applicationUrl + "/api/v1/cases";
    }

    /** Opens a case of Contoso about Exchange Online that is clearly technical, and gives its number. */
    String open(String subject, String severity) {
        return open("contoso.example", subject, "technical", severity);
    }

    /** Opens such a case with as long a request as is taken. */
    String openAtLength(String subject, String severity) {
        String description = DESCRIPTIONS.get("technical") + " " + "It came back again. ".repeat(390);
        return open("contoso.example", "Exchange Online", subject, description, "technical", severity);
    }

    /** Opens a case of the customer's IT contact and gives its number. */
    String open(String customer, String subject, String category, String severity) {
        return open(
                customer,
                "Exchange Online",
                subject,
                DESCRIPTIONS.get(category) + " " + UUID.randomUUID(),
                category,
                severity);
    }

    /** Opens a technical case of Contoso about this product, in these words. */
    String openAbout(String product, String subject, String description) {
        return open("contoso.example", product, subject, description, "technical", "moderate");
    }

    private String open(
            String customer, String product, String subject, String description, String category, String severity) {
        var answer = send(HttpRequest.newBuilder(URI.create(cases))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"customer": "%s", "contact": {"name": "IT", "email": "it@%s"},
                         "subject": "%s", "description": "%s",
                         "product": "%s", "category": "%s", "severity": "%s"}""".formatted(customer, customer, subject, description, product, category, severity))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonPath.read(answer.body(), "$.number");
    }

    /** Writes about a case as its customer. */
    void write(String number, String text) {
        var answer = send(HttpRequest.newBuilder(URI.create(cases + "/" + number + "/messages"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"" + text + "\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    void reassess(String number, String severity) {
        var answer = send(HttpRequest.newBuilder(URI.create(cases + "/" + number + "/severity"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"severity\": \"" + severity + "\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void answer(String number, boolean resolved) {
        var answer = send(HttpRequest.newBuilder(URI.create(cases + "/" + number + "/confirmation"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"resolved\": " + resolved + "}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void awaitStatus(String number, String status) {
        Awaitility.await(number + " becomes " + status)
                .untilAsserted(
                        () -> assertThat(this.<String>read(number, "$.status")).isEqualTo(status));
    }

    /** Waits until this is in the case's timeline. */
    void awaitHappened(String number, String what) {
        Awaitility.await(number + " " + what)
                .untilAsserted(() -> assertThat(timeline(number)).contains(what));
    }

    /** Waits for a case with this subject and gives its number. */
    String awaitCaseAbout(String subject) {
        var found = Awaitility.await("a case about " + subject)
                .until(
                        () -> JsonPath.<List<String>>read(
                                get("?q=" + subject.replace(" ", "%20")), "$.items[*].number"),
                        numbers -> !numbers.isEmpty());
        return found.getFirst();
    }

    List<String> timeline(String number) {
        return JsonPath.read(get("/" + number + "/timeline"), "$[*].happened");
    }

    <T> T read(String number, String path) {
        return JsonPath.read(get("/" + number), path);
    }

    private String get(String path) {
        return read(cases + path);
    }

    /** What is answered to this JSON, of whichever interface. */
    static String read(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))).body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.header("Authorization", BASIC_DEMO).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
