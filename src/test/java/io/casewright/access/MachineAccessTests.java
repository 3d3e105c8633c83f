package io.casewright.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.localstack.identity.DemoProgram;
import io.casewright.localstack.identity.IdentityServer;
import io.casewright.platform.text.Secret;
import io.casewright.testkit.CasewrightTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@CasewrightTest
class MachineAccessTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"demo", "act"})
    void takesTheTwoDemoLoginsOnADevelopersMachine(String login) {
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic(login, login)))
                .hasStatusOk();
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic(login, "other")))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void takesTokens() {
        assertThat(http.get().uri("/api/v1/cases").with(jwt()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("These credentials name neither a role nor whose cases they are for.");
        assertThat(http.get().uri("/api/v1/cases").header(HttpHeaders.AUTHORIZATION, "Bearer nonsense"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .headers()
                .hasValue(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Test
    void takesTheTokenThatTheIssuerGivesAProgram(@Autowired IdentityServer identity) throws Exception {
        String token = tokenOf(identity, DemoProgram.FABRIKAM_DASHBOARD, "cases:read");
        assertThat(http.get().uri("/api/v1/cases").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatusOk();
        assertThat(http.post()
                        .uri("/api/v1/cases/CW-1999-000001/withdrawal")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("This needs cases:write, which these credentials do not give.");
    }

    private static String tokenOf(IdentityServer identity, DemoProgram program, String scope) throws Exception {
        String login = Base64.getEncoder().encodeToString((program.id() + ":" + program.id()).getBytes(US_ASCII));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(identity.issuer() + "/oauth2/token"))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&scope=" + scope))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper()
                .readTree(answer.body())
                .required("access_token")
                .asText();
    }

    @Test
    void tellsATokenThatCannotBeCheckedFromOneThatIsRefused(@Autowired ProblemAnswers problems) throws Exception {
        var settings = new AccessSettings(
                "http://127.0.0.1:1", "casewright", Secret.NONE, "roles", "queues", "casewright-api", "reach", false);
        var failure = catchThrowableOfType(
                AuthenticationServiceException.class,
                () -> new JwtAuthenticationProvider(new MachineAccess().tokenDecoder(settings))
                        .authenticate(new BearerTokenAuthenticationToken("a.b.c")));
        var response = new MockHttpServletResponse();
        new TokenFailures(settings, problems).onAuthenticationFailure(new MockHttpServletRequest(), response, failure);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("cannot be checked. Try again in a moment.");
    }

    @Test
    void keepsNoSessionAndNeedsNoTokenAgainstForgery() {
        var answer = http.post()
                .uri("/api/v1/cases/CW-1999-000001/withdrawal")
                .with(httpBasic("demo", "demo"))
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void asksAProgramForCredentialsAndNotForALogin() {
        assertThat(http.get().uri("/api/v1/cases").header(HttpHeaders.ACCEPT, "text/html"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers()
                .hasValue(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Casewright\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/v3/api-docs", "/api"})
    void leavesOpenWhatWasOpen(String address) {
        assertThat(http.get().uri(address).exchange().getResponse().getStatus()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/db",
                "/actuator/prometheus",
                "/actuator/env",
                "/api/v1/cases",
                "/api/nothing"
            })
    void keepsTheRestClosed(String address) {
        assertThat(http.get().uri(address)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void knowsThePersonBehindATokenAndADemoLogin() {
        var token = new JwtAuthenticationToken(
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .claims(all -> all.putAll(DemoPerson.ACT.claims()))
                        .build(),
                AuthorityUtils.NO_AUTHORITIES);
        var ofToken = people.of(token).orElseThrow();
        assertThat(ofToken.has(Role.DUTY_MANAGER)).isTrue();
        assertThat(((LocalUser) new DemoUsers().loadUserByUsername("act")).person())
                .isEqualTo(ofToken);
        assertThat(((LocalUser) new DemoUsers().loadUserByUsername("demo")).person())
                .isEqualTo(new Claims(DemoPerson.DEMO.claims()).person("roles", "queues"));
        assertThat(people.of(null)).isEmpty();
    }
}
