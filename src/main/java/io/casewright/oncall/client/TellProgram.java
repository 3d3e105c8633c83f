package io.casewright.oncall.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Tells a program of a person's, such as a pager, by a signed request. It has the number of the case and why, and nothing else of it. */
@Component
public class TellProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 500;

    private final HookSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final RestClient http;

    TellProgram(HookSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        http = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * What a program is told.
     *
     * @param id the same again is the same
     * @param link to where somebody says to be on it, or to the case
     */
    public record Told(String id, String caseNumber, String reason, String link) {}

    /** Whether any program is allowed. */
    public boolean isPossible() {
        return !settings.origins().isEmpty();
    }

    /** Why this address cannot be told, as a sentence for the person. */
    public Optional<String> problemWith(String address) {
        return address.length() <= LONGEST
                        && originOf(address).filter(settings::allow).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Program: its address must begin with %s. Others are added in the settings of the application."
                                .formatted(
                                        isPossible()
                                                ? String.join(" or ", settings.origins())
                                                : "one of those that are allowed, and none is"));
    }

    /**
     * Tells it. The header {@code X-Casewright-Signature} has the HMAC-SHA256 of timestamp, a point and the body.
     *
     * @throws IllegalStateException when it did not take it, or may not be told
     */
    public void tell(String address, Told told) {
        if (problemWith(address).isPresent()) {
            throw new IllegalStateException("The program that is to be told of " + told.id()
                    + " is not among casewright.on-call.hook.origins any more;"
                    + " add it there, or have its person choose another one");
        }
        String body = written(told);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        var answer = http.post()
                .uri(URI.create(address))
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Casewright-Timestamp", timestamp)
                .header("X-Casewright-Signature", "sha256=" + signature(timestamp + "." + body))
                .body(body)
                .exchange((request, response) -> response.getStatusCode());
        if (!answer.is2xxSuccessful()) {
            throw new IllegalStateException(
                    "The program that is to be told of %s answered %s; it is tried again".formatted(told.id(), answer));
        }
    }

    private String signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign", e);
        }
    }

    private String written(Told told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is told of " + told.id() + " cannot be written", e);
        }
    }

    /** Of an address with nothing in it that would lead elsewhere. */
    private static Optional<String> originOf(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() == null || uri.getRawUserInfo() != null || uri.getScheme() == null
                    ? Optional.empty()
                    : Optional.of(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
