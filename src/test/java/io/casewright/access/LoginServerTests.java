package io.casewright.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.casewright.platform.text.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

class LoginServerTests {

    private static final String DESCRIPTION = "/tenant/.well-known/openid-configuration";

    @RegisterExtension
    final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void isAskedOnceAndNotAtTheStart() {
        describes(address());
        var server = server("");
        issuer.verify(0, getRequestedFor(urlEqualTo(DESCRIPTION)));
        var registration = server.findByRegistrationId("casewright");
        assertThat(server.findByRegistrationId("casewright")).isSameAs(registration);
        issuer.verify(1, getRequestedFor(urlEqualTo(DESCRIPTION)));
    }

    @Test
    void knowsThisApplicationAsAPublicClientThatProvesItself() {
        describes(address());
        var registration = server("").registration();
        assertThat(registration.getClientAuthenticationMethod()).isEqualTo(ClientAuthenticationMethod.NONE);
        assertThat(registration.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(registration.getScopes()).containsExactlyInAnyOrder("openid", "profile");
        assertThat(registration.getProviderDetails().getAuthorizationUri()).isEqualTo(address() + "/authorize");
    }

    @Test
    void provesItselfBesideASecretToo() {
        describes(address());
        var registration = server("s3cret").registration();
        assertThat(registration.getClientAuthenticationMethod())
                .isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        assertThat(registration.getClientSecret()).isEqualTo("s3cret");
        assertThat(registration.getClientSettings().isRequireProofKey()).isTrue();
    }

    @Test
    void knowsNoOtherRegistration() {
        assertThat(server("").findByRegistrationId("other")).isNull();
    }

    @Test
    void isAskedAnewBeforeAPersonIsSentThere() {
        describes(address());
        var server = server("");
        server.ask();
        issuer.stubFor(get(DESCRIPTION).willReturn(aResponse().withStatus(503)));
        assertThatExceptionOfType(LoginServerTrouble.class).isThrownBy(server::ask);
        // Whoever is at it already comes to an end.
        assertThat(server.registration()).isNotNull();
    }

    @Test
    void isUsedOnceItIsBack() {
        issuer.stubFor(get(DESCRIPTION).willReturn(aResponse().withStatus(503)));
        var server = server("");
        assertThatExceptionOfType(LoginServerTrouble.class)
                .isThrownBy(server::registration)
                .withMessageContaining("answers 503 instead of describing itself")
                .withMessageContaining("CASEWRIGHT_OIDC_ISSUER");
        describes(address());
        assertThat(server.registration()).isNotNull();
    }

    @Test
    void isNamedWhenItDoesNotAnswer() {
        var server = new LoginServer(settings("http://127.0.0.1:1", ""));
        assertThatExceptionOfType(LoginServerTrouble.class)
                .isThrownBy(server::registration)
                .withMessageContaining("The login server http://127.0.0.1:1 does not answer");
    }

    @Test
    void mustBeTheOneOfTheSettings() {
        describes("https://other.example");
        assertThatExceptionOfType(LoginServerTrouble.class)
                .isThrownBy(server("")::registration)
                .withMessageContaining("calls itself https://other.example");
    }

    @Test
    void mustDescribeItselfInFull() {
        issuer.stubFor(get(DESCRIPTION).willReturn(okJson("{\"issuer\": \"%s\"}".formatted(address()))));
        assertThatExceptionOfType(LoginServerTrouble.class)
                .isThrownBy(server("")::registration)
                .withMessageContaining("in a way that cannot be used");
    }

    @Test
    void mustBeSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(" ", ""))
                .withMessageContaining("CASEWRIGHT_OIDC_ISSUER is not set");
    }

    private void describes(String name) {
        issuer.stubFor(get(DESCRIPTION).willReturn(okJson("""
                        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                         "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
                         "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                        """.formatted(name))));
    }

    private String address() {
        return issuer.baseUrl() + "/tenant";
    }

    private LoginServer server(String secret) {
        return new LoginServer(settings(address(), secret));
    }

    private static AccessSettings settings(String issuer, String secret) {
        return new AccessSettings(
                issuer, "casewright", new Secret(secret), "roles", "queues", "casewright-api", "reach", false);
    }
}
