package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.localstack.identity.IdentityServer;
import io.casewright.testkit.CasewrightTest;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** The whole way of a login, with a real login server and a reader's two cookie jars. */
@CasewrightTest
class LoginTests {

    @Autowired
    MockMvcTester application;

    @Autowired
    IdentityServer identityServer;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private MockHttpSession session = new MockHttpSession();

    @Test
    void leadsToThePageThatWasAskedForInASessionWithAnotherId() throws Exception {
        assertThat(get("/cases?q=bounces")).hasRedirectedUrl("/oauth2/authorization/casewright");
        String before = session.getId();
        assertThat(logIn("demo", "demo"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("http://localhost/cases?q=bounces");
        assertThat(session.getId()).isNotEqualTo(before);
        var page = page(get("/cases?q=bounces"));
        assertThat(page.select("#q").attr("value")).isEqualTo("bounces");
        assertThat(page.select(".person span").text()).isEqualTo("Dana Moser");
    }

    @ParameterizedTest
    @CsvSource({"agent, 403", "operations, 404"})
    void bringsTheRoleAlong(String login, int answer) throws Exception {
        logIn(login, login);
        assertThat(get("/operations/nothing-here")).hasStatus(answer);
    }

    @Test
    void provesItselfByAKeyThatIsNotInTheAddress() {
        var address = UriComponentsBuilder.fromUriString(beginning()).build().getQueryParams();
        assertThat(address.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(address.getFirst("code_challenge")).isNotBlank();
        assertThat(address).containsKeys("state", "nonce").doesNotContainKeys("code_verifier", "client_secret");
    }

    @Test
    void needsTheRightPassword() throws Exception {
        send(HttpRequest.newBuilder(URI.create(beginning())));
        assertThat(sendForm("demo", "wrong").headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?error");
    }

    @Test
    void isRefusedWithTheStateOfAnother() throws Exception {
        String back = back("demo", "demo");
        session = new MockHttpSession();
        assertThat(get(back)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(get("/cases")).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void countsForTheTabsThatWereSlower() throws Exception {
        logIn("demo", "demo");
        assertThat(get("/login/oauth2/code/casewright?code=c&state=of-another-tab"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/");
        assertThat(get("/cases")).hasStatusOk();
    }

    @Test
    void endsHereAndAtTheLoginServer() throws Exception {
        logIn("demo", "demo");
        var onward =
                application.post().uri("/logout").session(session).with(csrf()).exchange();
        assertThat(onward).hasStatusOk();
        assertThat(session.isInvalid()).isTrue();
        String address = page(onward).select("main a").attr("href");
        assertThat(address).startsWith(identityServer.issuer() + "/connect/logout?id_token_hint=");
        assertThat(page(onward).select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0; url=" + address);
        var end = send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(end.headers().firstValue("Location")).hasValue("http://localhost/logged-out");
        session = new MockHttpSession();
        assertThat(get("/logged-out")).bodyText().contains("You are logged out");
        // Whoever comes next is asked for a password again.
        assertThat(send(HttpRequest.newBuilder(URI.create(beginning())))
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login");
    }

    @Test
    void givesATokenThatOpensTheRestInterface() throws Exception {
        String verifier = "a".repeat(43);
        String challenge = "ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA";
        String address = identityServer.issuer()
                + "/oauth2/authorize?response_type=code&client_id=casewright&scope=openid%20profile&state=s"
                + "&redirect_uri=http://localhost/login/oauth2/code/casewright&code_challenge_method=S256&code_challenge="
                + challenge;
        send(HttpRequest.newBuilder(URI.create(address)));
        String code = UriComponentsBuilder.fromUriString(codeAfter("demo", "demo"))
                .build()
                .getQueryParams()
                .getFirst("code");
        var tokens = send(HttpRequest.newBuilder(URI.create(identityServer.issuer() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "casewright",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        "http://localhost/login/oauth2/code/casewright")));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        String token = tokens.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(application.get().uri("/api/v1/cases").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatusOk();
        assertThat(application.get().uri("/cases").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private MvcTestResult logIn(String login, String password) throws Exception {
        return get(back(login, password));
    }

    /** The address at which the login server sends the reader back. */
    private String back(String login, String password) throws Exception {
        send(HttpRequest.newBuilder(URI.create(beginning())));
        return codeAfter(login, password);
    }

    private String beginning() {
        return get("/oauth2/authorization/casewright").getResponse().getRedirectedUrl();
    }

    private String codeAfter(String login, String password) throws Exception {
        String onward =
                sendForm(login, password).headers().firstValue("Location").orElseThrow();
        return send(HttpRequest.newBuilder(URI.create(onward)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> sendForm(String login, String password) throws Exception {
        String address = identityServer.issuer() + "/login";
        var form = Jsoup.parse(send(HttpRequest.newBuilder(URI.create(address))).body())
                .selectFirst("#form");
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(
                        "username",
                        login,
                        "password",
                        password,
                        "_csrf",
                        form.select("[name=_csrf]").attr("value"))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(
                request.timeout(Duration.ofSeconds(10))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher form(String... namesAndValues) {
        var form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.BodyPublishers.ofString(form.toString());
    }

    private MvcTestResult get(String address) {
        return application
                .get()
                .uri(URI.create(address))
                .header(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8")
                .session(session)
                .exchange();
    }

    private static Document page(MvcTestResult answer) throws UnsupportedEncodingException {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
