package io.casewright.access;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** The issuer, where people log in. It is asked for its addresses when somebody logs in, so that this application starts without it. */
@Component
class LoginServer implements ClientRegistrationRepository {

    static final String REGISTRATION = "casewright";

    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};

    private final AccessSettings settings;
    private final RestClient http;
    private volatile @Nullable ClientRegistration known;

    LoginServer(AccessSettings settings) {
        this.settings = settings;
        // A person waits for it, so it is not given the minutes that programs are.
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(3));
        requests.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(REGISTRATION) ? registration() : null;
    }

    /** @throws LoginServerTrouble when it has not answered yet and is away, or is not the one of the settings */
    ClientRegistration registration() {
        var registration = known;
        return registration == null ? ask() : registration;
    }

    /**
     * Asks it anew, before a person is sent there: else a browser would show its own page about an address that does not answer.
     *
     * @throws LoginServerTrouble when it is away or is not the one of the settings
     */
    ClientRegistration ask() {
        var registration = register(describe());
        known = registration;
        return registration;
    }

    private Map<String, Object> describe() {
        String issuer = settings.issuer();
        String address = (issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration";
        Map<String, Object> description;
        try {
            description = http.get().uri(address).retrieve().body(DESCRIPTION);
        } catch (RestClientResponseException e) {
            throw new LoginServerTrouble(
                    "The login server %s answers %d instead of describing itself. CASEWRIGHT_OIDC_ISSUER must be the address of an OpenID Connect issuer."
                            .formatted(issuer, e.getStatusCode().value()),
                    e);
        } catch (RestClientException | IllegalArgumentException e) {
            throw new LoginServerTrouble(
                    "The login server %s does not answer. Try again in a moment; if it stays so, whoever runs this application must start it or correct CASEWRIGHT_OIDC_ISSUER."
                            .formatted(issuer),
                    e);
        }
        Object name = description == null ? null : description.get("issuer");
        if (description == null || !issuer.equals(name)) {
            throw new LoginServerTrouble(
                    "The login server at %s calls itself %s. CASEWRIGHT_OIDC_ISSUER must be written exactly so."
                            .formatted(issuer, name));
        }
        return description;
    }

    private ClientRegistration register(Map<String, Object> description) {
        try {
            var registration = ClientRegistrations.fromOidcConfiguration(description)
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build());
            return settings.clientSecret().isBlank()
                    ? registration
                            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            .build()
                    : registration.clientSecret(settings.clientSecret().value()).build();
        } catch (RuntimeException e) {
            throw new LoginServerTrouble(
                    "The login server %s describes itself in a way that cannot be used: %s"
                            .formatted(settings.issuer(), e.getMessage()),
                    e);
        }
    }
}
