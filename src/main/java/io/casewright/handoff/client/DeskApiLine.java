package io.casewright.handoff.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.microsoft.MicrosoftJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Speaks with the desk: one call, one attempt; whoever calls tries again. Reads as forgivingly as of Microsoft. */
@Component
class DeskApiLine {

    private static final JsonMapper JSON = MicrosoftJson.mapper();
    private static final String LATER = "It is tried again by itself.";

    private final DeskApiSettings settings;
    private final Clock clock;
    private final RestClient http;

    DeskApiLine(DeskApiSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * A call to the desk.
     *
     * @param address whole and encoded
     * @param key of the wish behind it, by which the desk knows a repetition; null when it changes nothing
     */
    record DeskCall(
            HttpMethod method,
            String tenantId,
            String address,
            @Nullable String key,
            @Nullable Object body) {

        /** As messages name it, without the query. */
        String name() {
            String place = address.replaceFirst("\\?.*", "");
            return "%s %s for tenant %s".formatted(method, place, tenantId);
        }
    }

    /**
     * Sends the call and reads the answer.
     *
     * @throws DeskRefused when the desk says no
     * @throws DeskUnavailable when no answer can be had now
     */
    <T> T send(DeskCall call, Class<T> content) {
        try {
            var request = http.method(call.method())
                    .uri(java.net.URI.create(call.address()))
                    .headers(headers -> addTo(headers, call));
            if (call.body() != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(call.body()));
            }
            return request.exchangeForRequiredValue((sent, answer) -> read(call, answer, content));
        } catch (ResourceAccessException | IOException | UncheckedIOException e) {
            throw new DeskUnavailable(
                    "The desk gave no answer to %s (%s). %s".formatted(call.name(), nameOf(e), LATER), null, e);
        }
    }

    private void addTo(HttpHeaders headers, DeskCall call) {
        headers.setAccept(java.util.List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
        headers.setBearerAuth(settings.token().value());
        if (call.key() != null) {
            headers.set("Idempotency-Key", call.key());
        }
    }

    private <T> T read(DeskCall call, ClientHttpResponse answer, Class<T> content) throws IOException {
        int status = answer.getStatusCode().value();
        byte[] body = answer.getBody().readAllBytes();
        if (answer.getStatusCode().is2xxSuccessful()) {
            T read = JSON.readValue(body, content);
            if (read == null) {
                throw new IOException("an answer without content");
            }
            return read;
        }
        if (answer.getStatusCode().is5xxServerError()
                || status == HttpStatus.TOO_MANY_REQUESTS.value()
                || status == HttpStatus.REQUEST_TIMEOUT.value()) {
            throw DeskPause.asked(
                    "The desk did not take %s (%d). %s".formatted(call.name(), status, LATER),
                    answer.getHeaders(),
                    clock);
        }
        throw new DeskRefused(
                "The desk refused %s (%d)%s. %s".formatted(call.name(), status, words(body), remedy(status)));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401, 403 ->
                "Have the desk give out a new token and set CASEWRIGHT_HANDOFF_DESK_API_TOKEN; until then the ticket can be opened by hand.";
            case 404 -> "Ask the desk whether the ticket was moved or removed.";
            default -> "Correct what it names, or open the ticket by hand.";
        };
    }

    private static String words(byte[] body) {
        try {
            var problem = JSON.readValue(body, DeskApiWire.Problem.class);
            String said = problem.detail() == null ? problem.title() : problem.detail();
            return said == null ? "" : ": " + DeskText.line(said, 300);
        } catch (IOException e) {
            return "";
        }
    }

    private static String nameOf(Exception trouble) {
        Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
        return cause.getClass().getSimpleName();
    }
}
