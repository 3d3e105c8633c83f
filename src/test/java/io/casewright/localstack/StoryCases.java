package io.casewright.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** A handful of cases for the first look, sent in as any client would; sending them again changes nothing. */
final class StoryCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoryCases() {}

    /** Numbers of those that are new. */
    static Set<String> send(StackSettings settings) {
        var numbers = new HashSet<String>();
        String login = "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        for (JsonNode story : read()) {
            var answer = Http.send(
                    Http.client(),
                    settings.url(Port.APPLICATION) + "/api/v1/cases",
                    request -> request.header("Authorization", login)
                            .header("Content-Type", "application/json")
                            .header(
                                    "Idempotency-Key",
                                    story.path("idempotencyKey").asText())
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    story.path("request").toString())));
            if (answer.status() == 201) {
                numbers.add(numberIn(answer));
            } else if (!answer.isOk() && answer.status() != 409) {
                throw new StackProblem(
                        "A case of the story was refused with %d: %s".formatted(answer.status(), answer.body()));
            }
        }
        return numbers;
    }

    private static String numberIn(Http.Answer answer) {
        try {
            return JSON.readTree(answer.body()).path("number").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read() {
        try (var cases = StoryCases.class.getResourceAsStream("/story/cases.json")) {
            return JSON.readTree(cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
