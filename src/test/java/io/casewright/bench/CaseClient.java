package io.casewright.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Opens cases over REST as a customer's portal would, each with a key of its own. */
final class CaseClient {

    private static final String BODY = """
            {"customer": "contoso.example",
             "contact": {"name": "Ida Toivonen", "email": "it@contoso.example"},
             "subject": "Mail arrives hours late",
             "description": "Since this morning mail from outside reaches us two to three hours late."%s}""";

    /** A request as a customer's portal makes it. */
    static final String REQUEST = BODY.formatted("");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI cases;

    CaseClient(String applicationUrl) {
        this.cases = URI.create(applicationUrl + "/api/v1/cases");
    }

    CompletableFuture<HttpResponse<String>> open() {
        return open(REQUEST);
    }

    CompletableFuture<HttpResponse<String>> openCritical() {
        return open(BODY.formatted(", \"severity\": \"critical\""));
    }

    private CompletableFuture<HttpResponse<String>> open(String body) {
        return send(request(cases)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The customer writes about a case. */
    CompletableFuture<HttpResponse<String>> write(String number) {
        return send(request(URI.create(cases + "/" + number + "/messages"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"It is the same in the other building.\"}")));
    }

    CompletableFuture<HttpResponse<String>> withdraw(String number) {
        return send(request(URI.create(cases + "/" + number + "/withdrawal"))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    /** The number in what is answered to a request for a case. */
    static String number(String answer) {
        try {
            return JSON.readTree(answer).required("number").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(answer, e);
        }
    }

    private static HttpRequest.Builder request(URI address) {
        String login = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json");
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
