package io.casewright.intake.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewright.intake.application.IntakeSettings.OAuth;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** The token by which a mailbox is opened that takes no password, such as one of Exchange Online (OAuth 2, client credentials). */
final class MailboxToken {

    private static final Duration EARLY = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RestClient http;
    private final OAuth settings;
    private final Clock clock;
    private String token = "";
    private Instant until = Instant.MIN;

    MailboxToken(OAuth settings, Clock clock) {
        var calls = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        calls.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(calls).build();
        this.settings = settings;
        this.clock = clock;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Given(
            @JsonProperty("access_token") @Nullable String token,
            @JsonProperty("expires_in") long seconds) {}

    /**
     * A token that lasts for a while.
     *
     * @throws org.springframework.web.client.RestClientException when it is refused, or nobody answers
     */
    synchronized String get() {
        if (!clock.instant().isBefore(until)) {
            fetch();
        }
        return token;
    }

    /** The server did not take it: the next one is another. */
    synchronized void forget() {
        until = Instant.MIN;
    }

    private void fetch() {
        var wish = new LinkedMultiValueMap<String, String>();
        wish.add("grant_type", "client_credentials");
        wish.add("client_id", settings.clientId());
        wish.add("client_secret", settings.clientSecret().value());
        wish.add("scope", settings.scope());
        var given = http.post()
                .uri(settings.tokenUrl())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(wish)
                .retrieve()
                .body(Given.class);
        if (given == null || given.token() == null) {
            throw new IllegalStateException("The address for tokens of the mailbox gave none");
        }
        token = given.token();
        until = clock.instant().plusSeconds(given.seconds()).minus(EARLY);
    }
}
