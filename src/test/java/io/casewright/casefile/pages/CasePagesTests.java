package io.casewright.casefile.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.NextStep;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LoggedIn;
import jakarta.persistence.EntityManagerFactory;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasewrightTest
class CasePagesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk desk;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    EntityManagerFactory database;

    @Nested
    class OneCase {

        @Test
        void showsTheHeadTheRequestAndWhatWasFound() {
            var number = desk.resolved();
            var page = page("/cases/" + number);
            assertThat(page.title()).isEqualTo(number + " · Casewright");
            assertThat(page.select("h1").text()).isEqualTo("Mail to one partner bounces");
            assertThat(page.select(".title .status").text()).isEqualTo("Resolved, waiting for confirmation");
            assertThat(page.select("dl").text())
                    .contains(
                            "Contoso",
                            "Ida Toivonen",
                            "it@contoso.example",
                            "Exchange Online",
                            "Technical",
                            "Critical",
                            "Received");
            assertThat(section(page, "request-title")).contains("every mail to our tax adviser comes back");
            assertThat(section(page, "findings-title")).contains("The transport rule loops");
            assertThat(section(page, "resolution-title")).contains("The rule is switched off");
            assertThat(page.select(".next").text()).contains("Due next:", "Confirmation of the customer");
        }

        @Test
        void saysWhatHappenedWhereAndByWhom() {
            var entries = page("/cases/" + desk.resolving()).select(".timeline li");
            assertThat(entries.eachText())
                    .anySatisfy(entry -> assertThat(entry).contains("Request received", "Customer"))
                    .anySatisfy(entry -> assertThat(entry).contains("Case registered", "Casewright at “Register case”"))
                    .anySatisfy(entry -> assertThat(entry)
                            .contains("Diagnosed", "Agent agent at “Record diagnosis”", "The transport rule loops"));
            assertThat(entries.select("time").eachAttr("datetime")).allMatch(time -> time.endsWith("Z"));
        }

        @Test
        void showsMessagesAndMarksWhatIsInternal() {
            var number = desk.waitingForCustomer();
            receiveMessage.note(
                    number, "She is away <today>", "agent", UUID.randomUUID().toString());
            receiveMessage.receive(
                    number, "All of them", "Ida", UUID.randomUUID().toString());
            var messages = page("/cases/" + number).select("article.message");
            assertThat(messages.select(".is-internal").text())
                    .contains("Internal note, not for the customer", "She is away <today>");
            assertThat(messages.select(".is-internal")).hasSize(1);
            assertThat(messages.select(".is-inbound").text()).contains("From the customer", "All of them");
            assertThat(messages.select(".is-outbound").text()).contains("To the customer", "Which users?");
        }

        @Test
        void showsEvidenceWithItsRole() {
            assertThat(section(
                            page("/cases/" + desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF)), "evidence-title"))
                    .contains("Troubleshooting", "by agent, as Exchange Administrator", "Read the message trace");
        }

        @Test
        void showsWhatIsPromisedAndAwaited() {
            var waiting = page("/cases/" + desk.waitingForCustomer());
            assertThat(waiting.select(".next").text()).contains("Due next:", "Reply of the customer");
            assertThat(waiting.select(".promises .is-done").text()).contains("First response", "Kept");
            assertThat(waiting.select(".promises .is-open").text()).contains("Reply of the customer");
            var received = page("/cases/" + desk.received());
            assertThat(received.select(".promises .is-open").text())
                    .contains("First response", "% of", "Where the time went");
            var closed = page("/cases/" + desk.closed());
            assertThat(closed.select(".next").text()).startsWith("Ended");
            assertThat(closed.select(".promises .is-open, .promises .is-late")).isEmpty();
        }

        @Test
        void marksWhereTheCaseStands() {
            var page = page("/cases/" + desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF));
            assertThat(page.select(".process strong").text()).isEqualTo("Hand off case");
            var diagram = page.select("#diagram");
            assertThat(diagram.attr("data-current")).isEqualTo("callActivity_HandOffCase");
            assertThat(diagram.attr("data-visited").split(" "))
                    .contains("serviceTask_RegisterCase", "serviceTask_RecordTriage", "callActivity_DiagnoseCase");
            assertThat(get(diagram.attr("data-model")))
                    .hasStatusOk()
                    .bodyText()
                    .contains("id=\"callActivity_HandOffCase\"");
        }

        @Test
        void keepsTextFromOutsideText() {
            String text = "<script>alert(1)</script> ${7*7} __${7*7}__ [[${7*7}]] \u202Eabc\" onclick=\"x";
            var number = desk.received(about(text));
            for (String address : new String[] {"/cases/" + number, "/cases?q=" + number}) {
                var page = page(address);
                assertThat(page.select("bdi").eachText()).anyMatch(shown -> shown.equals(text));
                assertThat(page.select("script:not([src])")).isEmpty();
                assertThat(page.select("[onclick]")).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"CW-1999-000001", "nonsense", "<b>x"})
        void isAFriendlyPageWhenThereIsNone(String number) {
            var answer = http.get()
                    .uri("/cases/{number}", number)
                    .with(LoggedIn.as(DemoPerson.DEMO))
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.NOT_FOUND).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
            assertThat(read(answer).select("main").text()).contains("There is no case", "To the list of cases");
            assertThat(read(answer).select("main b")).isEmpty();
        }

        @Test
        void takesTheSameFewQueriesHoweverMuchHappened() {
            var few = desk.received();
            var many = desk.waitingForCustomer();
            IntStream.range(0, 10)
                    .forEach(i -> receiveMessage.note(
                            many, "Note " + i, "agent", UUID.randomUUID().toString()));
            assertThat(queriesOf("/cases/" + few)).isEqualTo(5);
            assertThat(queriesOf("/cases/" + many)).isEqualTo(5);
        }
    }

    @Nested
    class TheList {

        @Test
        void findsByWordsAndStatus() {
            String word = "w" + UUID.randomUUID().toString().substring(0, 8);
            var received = desk.received(about(word + " one"));
            var diagnosing = desk.diagnosing(about(word + " two"));
            assertThat(numbers("/cases?q=" + word)).containsExactly(diagnosing.value(), received.value());
            assertThat(numbers("/cases?status=&q=" + word)).hasSize(2);
            assertThat(numbers("/cases?status=RECEIVED&q=" + word)).containsExactly(received.value());
            assertThat(numbers("/cases?q=" + received)).containsExactly(received.value());
            var page = page("/cases?status=CLOSED&q=" + word);
            assertThat(page.select(".count").text()).isEqualTo("No case fits.");
            assertThat(page.select("#q").attr("value")).isEqualTo(word);
            assertThat(page.select("option[selected]").attr("value")).isEqualTo("CLOSED");
        }

        @Test
        void leadsFromPageToPage() {
            String word = "p" + UUID.randomUUID().toString().substring(0, 8);
            var all = IntStream.range(0, 21)
                    .mapToObj(i -> desk.received(about(word + " & " + i)).value())
                    .toList();
            var first = page("/cases?q=" + word);
            assertThat(first.select(".count").text()).isEqualTo("21 cases, newest first");
            assertThat(first.select(".cases .number").eachText()).hasSize(20).startsWith(all.getLast());
            var second = page(first.select("a[rel=next]").attr("href"));
            assertThat(second.select(".cases .number").eachText()).containsExactly(all.getFirst());
            assertThat(second.select("a[rel=next]")).isEmpty();
            assertThat(page(second.select("a[rel=prev]").attr("href"))
                            .select(".cases .number")
                            .eachText())
                    .hasSize(20);
        }

        @ParameterizedTest
        @CsvSource({"page=0, page", "page=x, page", "page=100001, page", "page=99999999999, page", "status=OPEN, status"
        })
        void namesTheParameterThatIsWrong(String query, String parameter) {
            var answer = get("/cases?" + query);
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
            assertThat(read(answer).select("main").text()).contains("The parameter " + parameter);
        }

        @Test
        void refusesASearchThatIsTooLong() {
            assertThat(get("/cases?q=" + "x".repeat(201))).hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @Nested
    class Protection {

        @ParameterizedTest
        @ValueSource(
                strings = {"/cases", "/cases/CW-1999-000001", "/casefile/casefile.css", "/models/support-case.bpmn"})
        void letsAPageUseNothingButThisApplication(String address) {
            var answer = get(address);
            assertThat(answer).headers().hasValue("Referrer-Policy", "no-referrer");
            assertThat(answer).headers().hasValue("X-Content-Type-Options", "nosniff");
            assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/cases", "/cases/CW-1999-000001", "/models/support-case.bpmn", "/desk/desk.css"})
        void asksForALogin(String address) {
            assertThat(http.get().uri(address).accept("text/html,*/*;q=0.8"))
                    .hasStatus(HttpStatus.FOUND)
                    .hasRedirectedUrl("/oauth2/authorization/casewright");
            assertThat(http.get().uri(address)).hasStatus(HttpStatus.UNAUTHORIZED);
        }

        @Test
        void servesWhatThePageNeeds() {
            var page = page("/cases/" + desk.received());
            assertThat(page.select("script[src]")).hasSize(3);
            page.select("script[src]")
                    .eachAttr("src")
                    .forEach(file -> assertThat(get(file)).hasStatusOk());
            page.select("link[href]")
                    .eachAttr("href")
                    .forEach(file -> assertThat(get(file)).hasStatusOk());
            assertThat(page.select("[style], style")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/models/nothing.bpmn", "/models/..%2Fapplication.bpmn"})
        void givesModelsOnly(String address) {
            assertThat(get(address).getResponse().getStatus()).isIn(400, 404);
        }

        @Test
        void leavesTheRestInterfaceItsProblems() {
            assertThat(http.get()
                            .uri("/api/v1/cases/CW-1999-000001")
                            .with(httpBasic("demo", "demo"))
                            .exchange())
                    .hasStatus(HttpStatus.NOT_FOUND)
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(http.get()
                            .uri("/api/v1/cases?status=OPEN")
                            .with(httpBasic("demo", "demo"))
                            .exchange())
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    private static CaseRequest about(String subject) {
        var request = ARequest.aRequest();
        return new CaseRequest(
                request.customer(),
                request.contact(),
                subject,
                request.description(),
                request.product(),
                request.channel(),
                request.category(),
                request.severity(),
                request.locale(),
                request.affectedUsers(),
                request.region(),
                request.externalReference());
    }

    /** The application works in the background too, so the least of some readings is what the page takes. */
    private long queriesOf(String address) {
        var statistics = database.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            return IntStream.range(0, 5)
                    .mapToLong(i -> {
                        long before = statistics.getPrepareStatementCount();
                        page(address);
                        return statistics.getPrepareStatementCount() - before;
                    })
                    .min()
                    .orElseThrow();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private List<String> numbers(String address) {
        return page(address).select(".cases .number").eachText();
    }

    private static String section(Document page, String title) {
        return page.select("section[aria-labelledby=" + title + "]").text();
    }

    private Document page(String address) {
        var answer = get(address);
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private static Document read(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(String address) {
        return http.get()
                .uri(URI.create(address))
                .with(LoggedIn.as(DemoPerson.DEMO))
                .exchange();
    }
}
