package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import io.casewright.localstack.identity.DemoPerson;
import io.casewright.platform.text.Secret;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LoggedIn;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@CasewrightTest
class PageAccessTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    MockMvcTester http;

    @Nested
    class WithoutALogin {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/cases", "/desk", "/desk/tasks/1", "/operations", "/nonsense", "/logout"})
        void aPageLeadsToTheLogin(String address) {
            assertThat(http.get().uri(address).header(HttpHeaders.ACCEPT, BROWSER))
                    .hasStatus(HttpStatus.FOUND)
                    .hasRedirectedUrl("/oauth2/authorization/casewright");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/css,*/*;q=0.1", "*/*", "application/json", "text/event-stream", "not/a/type"})
        void whatIsNoPageIsRefusedWithoutBeginningALogin(String accepted) {
            var answer = http.get()
                    .uri("/desk/desk.css")
                    .header(HttpHeaders.ACCEPT, accepted)
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer.getRequest().getSession(false)).isNull();
        }

        @Test
        void basicOpensNoPage() {
            assertThat(http.get().uri("/cases").with(httpBasic("demo", "demo"))).hasStatus(HttpStatus.UNAUTHORIZED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/logged-out", "/access/access.css"})
        void thePageAfterTheLogoutIsOpen(String address) {
            assertThat(http.get().uri(address)).hasStatusOk();
        }
    }

    @Nested
    class WithALogin {

        @ParameterizedTest
        @EnumSource
        void everyDemoPersonHasARoleThatOpensPages(DemoPerson person) {
            assertThat(http.get().uri("/cases").with(LoggedIn.as(person))).hasStatusOk();
        }

        @Test
        void thePageNamesWhoIsLoggedInAndLetsThemOut() {
            var page = page(
                    http.get().uri("/cases").with(LoggedIn.as(DemoPerson.DEMO)).exchange());
            assertThat(page.select(".person span").text()).isEqualTo("Dana Moser");
            assertThat(page.select(".person form").attr("action")).isEqualTo("/logout");
            assertThat(page.select(".person input[name=_csrf]").attr("value")).isNotBlank();
        }

        @Test
        void withoutARoleOneSentenceSaysWhatIsMissing() {
            var answer = http.get()
                    .uri("/cases")
                    .header(HttpHeaders.ACCEPT, BROWSER)
                    .with(LoggedIn.withClaims(Map.of("preferred_username", "new", "roles", List.of("visitor"))))
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.FORBIDDEN).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
            assertThat(page(answer).select("main").text())
                    .contains(
                            "You are logged in as new, but without a role", "one of agent, specialist", "claim roles");
            assertThat(page(answer).select("form[action=/logout] input[name=_csrf]"))
                    .hasSize(1);
            assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'");
        }

        @ParameterizedTest
        @EnumSource(
                value = DemoPerson.class,
                names = {"OPERATIONS", "AUDITOR"},
                mode = EnumSource.Mode.EXCLUDE)
        void operationsAreForThoseWhoseWorkTheyAre(DemoPerson person) {
            var answer = http.get()
                    .uri("/operations")
                    .header(HttpHeaders.ACCEPT, BROWSER)
                    .with(LoggedIn.as(person))
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(page(answer).select("main").text())
                    .contains("You are logged in as " + person.login(), "does not open this page");
        }

        @Test
        void anAuditorLooksAtOperationsAndChangesNothing() {
            assertThat(status(http.get()
                            .uri("/operations")
                            .with(LoggedIn.as(DemoPerson.AUDITOR))
                            .exchange()))
                    .isNotEqualTo(403);
            assertThat(http.post().uri("/operations/retry").with(csrf()).with(LoggedIn.as(DemoPerson.AUDITOR)))
                    .hasStatus(HttpStatus.FORBIDDEN);
            assertThat(status(http.post()
                            .uri("/operations/retry")
                            .with(csrf())
                            .with(LoggedIn.as(DemoPerson.OPERATIONS))
                            .exchange()))
                    .isNotEqualTo(403);
        }
    }

    @Nested
    class Forgery {

        @Test
        void aFormFromElsewhereDoesNothing() {
            var answer = http.post()
                    .uri("/logout")
                    .header(HttpHeaders.ACCEPT, BROWSER)
                    .with(LoggedIn.as(DemoPerson.DEMO))
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(page(answer).select("main").text()).contains("Nothing was done", "login that has ended");
        }

        @Test
        void aScriptReadsAProblem() {
            assertThat(http.post().uri("/cases/anything").accept(MediaType.APPLICATION_JSON))
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @Test
        void theSessionsCookieIsNotForScriptsNorForOtherSites(@Autowired ServerProperties server) {
            var cookie = server.getServlet().getSession().getCookie();
            assertThat(cookie.getName()).isEqualTo("casewright");
            assertThat(cookie.getHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo(org.springframework.boot.web.server.Cookie.SameSite.LAX);
            assertThat(server.getServlet().getSession().getTrackingModes())
                    .containsExactly(Session.SessionTrackingMode.COOKIE);
        }
    }

    @Nested
    class Trouble {

        @Autowired
        People people;

        @Autowired
        Notices notices;

        @Autowired
        ProblemAnswers problems;

        @Autowired
        WebApplicationContext application;

        private final AccessSettings away = new AccessSettings(
                "http://127.0.0.1:1", "casewright", Secret.NONE, "roles", "queues", "casewright-api", "reach", false);

        @Test
        void theLoginServerThatIsAwayIsNamedOnThePageThatWasAskedFor() throws IOException {
            var response = new MockHttpServletResponse();
            var request = aRequestFor("/cases");
            request.setQueryString("q=mail");
            answers().commence(request, response, new InsufficientAuthenticationException("nobody"));
            assertThat(response.getStatus()).isEqualTo(503);
            var page = Jsoup.parse(response.getContentAsString());
            assertThat(page.select("h1").text()).isEqualTo("Nobody can log in now");
            assertThat(page.select("main").text()).contains("The login server http://127.0.0.1:1 does not answer");
            assertThat(page.select("main a").attr("href")).isEqualTo("/cases?q=mail");
        }

        @Test
        void aLoginThatWasNotFinishedCanBeTriedAgain() throws IOException {
            var response = new MockHttpServletResponse();
            answers()
                    .onAuthenticationFailure(
                            aRequestFor("/login/oauth2/code/casewright"),
                            response,
                            new OAuth2AuthenticationException("access_denied"));
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.getContentAsString())
                    .contains("The login did not work", "access_denied", "Log in again");
        }

        private LoginAnswers answers() {
            var limit = new LoginLimit(new LimitSettings(100, 100, 100, 100), notices);
            return new LoginAnswers(new LoginServer(away), people, away, notices, limit, problems);
        }

        private MockHttpServletRequest aRequestFor(String address) {
            var request = new MockHttpServletRequest(application.getServletContext(), "GET", address);
            request.addHeader(HttpHeaders.ACCEPT, BROWSER);
            return request;
        }
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
