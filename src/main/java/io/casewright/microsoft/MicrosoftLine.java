package io.casewright.microsoft;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends calls to Microsoft: signed in, within its limits, repeated after trouble where that is harmless. */
@Component
public class MicrosoftLine {

    private static final int LARGEST = 32 << 20;

    private final MicrosoftSettings settings;
    private final SignIn signIn;
    private final Patience patience;
    private final MeterRegistry meters;
    private final JsonMapper json = MicrosoftJson.mapper();
    private final RestClient http;

    MicrosoftLine(MicrosoftSettings settings, SignIn signIn, Patience patience, MeterRegistry meters) {
        this.settings = settings;
        this.signIn = signIn;
        this.patience = patience;
        this.meters = meters;
        var requests = new JdkClientHttpRequestFactory(java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Whether there is a line at all. */
    public boolean isConfigured() {
        return settings.isConfigured();
    }

    /**
     * Sends the call and reads the answer. Takes seconds, so never within a transaction.
     *
     * @param content what the answer holds, a record read by {@link MicrosoftJson}; {@code Void.class} when nothing of it
     *     matters
     * @throws MicrosoftRefused when Microsoft says no
     * @throws MicrosoftUnavailable when no answer can be had now
     */
    public <T> Answer<T> send(Call call, Class<T> content) {
        var timer = io.micrometer.core.instrument.Timer.start(meters);
        String outcome = "unavailable";
        try {
            Answer<T> answer = patience.with(call, () -> once(call, content));
            outcome = "done";
            return answer;
        } catch (MicrosoftRefused e) {
            outcome = "refused";
            throw e;
        } finally {
            timer.stop(
                    meters.timer("casewright.microsoft.calls", "api", call.api().name(), "outcome", outcome));
        }
    }

    private <T> Answer<T> once(Call call, Class<T> content) {
        URI address = addressOf(call);
        String token = signIn.tokenFor(call);
        String correlationId = UUID.randomUUID().toString();
        var request = http.method(call.method())
                .uri(address)
                .headers(headers -> describe(call, token, correlationId, headers));
        try {
            if (call.body() != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(call.body()));
            }
            return request.exchangeForRequiredValue((sent, answer) -> read(call, answer, content, correlationId));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The body of " + call.name() + " cannot be written", e);
        } catch (ResourceAccessException e) {
            String what = e.getCause() instanceof java.net.http.HttpTimeoutException
                    ? "no answer within %d s.".formatted(settings.readTimeout().toSeconds())
                    : "the connection failed (%s).".formatted(simpleNameOf(e.getCause()));
            throw new MicrosoftUnavailable(call, what, null);
        }
    }

    /** A token goes nowhere but to the interface it is for. */
    private URI addressOf(Call call) {
        URI root = settings.rootOf(call.api());
        URI address = call.path().startsWith("/") ? URI.create(root + call.path()) : URI.create(call.path());
        if (!root.getScheme().equals(address.getScheme())
                || !root.getRawAuthority().equals(address.getRawAuthority())) {
            throw new MicrosoftUnavailable(call, "it named a page outside of itself.", null);
        }
        return address;
    }

    private static void describe(Call call, String token, String correlationId, HttpHeaders headers) {
        headers.setBearerAuth(token);
        headers.setAccept(java.util.List.of(MediaType.APPLICATION_JSON));
        switch (call.api()) {
            case PARTNER_CENTER -> {
                headers.set("MS-RequestId", call.requestId().toString());
                headers.set("MS-CorrelationId", correlationId);
                headers.set("MS-Contract-Version", "v1");
                headers.set("MS-PartnerCenter-Application", "Casewright");
            }
            case GRAPH -> headers.set("client-request-id", correlationId);
            case AZURE -> headers.set("x-ms-client-request-id", correlationId);
        }
        call.headers().forEach(headers::set);
    }

    private <T> Answer<T> read(Call call, ClientHttpResponse answer, Class<T> content, String correlationId)
            throws IOException {
        var status = answer.getStatusCode();
        byte[] body = answer.getBody().readNBytes(LARGEST);
        if (status.value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            throw patience.throttled(call, retryAfter(answer.getHeaders()));
        }
        if (status.is5xxServerError() || status.value() == HttpStatus.REQUEST_TIMEOUT.value()) {
            throw new MicrosoftUnavailable(
                    call, "it answered %d.".formatted(status.value()), retryAfter(answer.getHeaders()));
        }
        if (!status.is2xxSuccessful()) {
            if (status.value() == HttpStatus.UNAUTHORIZED.value()) {
                signIn.forget(call);
            }
            throw Refusals.of(call, status.value(), new String(body, StandardCharsets.UTF_8), correlationId);
        }
        return new Answer<>(
                status.value(),
                contentOf(call, body, content),
                answer.getHeaders().getETag(),
                answer.getHeaders().getLocation(),
                correlationId);
    }

    private <T> @Nullable T contentOf(Call call, byte[] body, Class<T> content) {
        if (content == Void.class || body.length == 0) {
            return null;
        }
        try {
            return json.readValue(body, content);
        } catch (IOException e) {
            throw new MicrosoftUnavailable(call, "it answered something that cannot be read.", null);
        }
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds.strip()))
                : null;
    }

    private static String simpleNameOf(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
