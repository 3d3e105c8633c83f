package io.casewright.bench;

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
             "description": "Since this morning mail from outside reaches us two to three hours late."}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI cases;

    CaseClient(String applicationUrl) {
        this.cases = URI.create(applicationUrl + "/api/v1/cases");
    }

    CompletableFuture<HttpResponse<String>> open() {
        String login = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(cases)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
