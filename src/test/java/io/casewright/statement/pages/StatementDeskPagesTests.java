package io.casewright.statement.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.plan.domain.Charging.Tax;
import io.casewright.statement.application.DecideStatement;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.StatementDesk;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A duty manager makes drafts, looks at one, proposes it and sends what could not be sent. */
@DeskTest
class StatementDeskPagesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    StatementDesk desk;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    DecideStatement decide;

    @Autowired
    MailRoom mails;

    private String domain = "";

    @BeforeEach
    void aCustomer() {
        domain = desk.customer("en");
    }

    @Test
    void draftsAreMadeByAButtonAndStandInTheListOfTheirMonth() {
        desk.work(domain, "120.00");
        String list = "/desk/statements?month=" + desk.month();
        assertThat(post("/desk/statements", Map.of("month", desk.month().toString())))
                .hasRedirectedUrl(list);
        var row = read(get(list)).select("tbody tr:contains(Company " + domain + ")");
        assertThat(row.text()).contains("Draft 1 120.00 EUR 142.80 EUR");
        assertThat(read(get(list + "&state=APPROVED")).select("tbody tr:contains(Company " + domain + ")"))
                .isEmpty();
        assertThat(read(get(list + "&state=DRAFT")).select("tbody tr:contains(Company " + domain + ")"))
                .hasSize(1);
        var refused = post(
                "/desk/statements", Map.of("month", desk.month().plusMonths(1).toString()));
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(refused).select("#problem").text()).contains("Choose a month that is over");
        assertThat(read(get("/desk/statements?month=" + desk.month().plusMonths(1)))
                        .select("#make"))
                .isEmpty();
        assertThat(get("/desk/statements?month=nonsense")).hasStatusOk();
    }

    @Test
    void aDraftShowsEachLineWithItsCaseAndWhatItComesTo() {
        String number = cases.received(ARequest.from(domain, "it@" + domain)).value();
        desk.charge(domain, number, Kind.TIME, desk.day(3), 90, "180.00", "EUR", StatementDesk.VAT);
        desk.charge(domain, number, Kind.AFTER_HOURS, desk.day(4), -30, "-90.00", "EUR", StatementDesk.VAT);
        desk.charge(domain, null, Kind.MONTH, desk.day(1), null, "950.00", "EUR", new Tax("VAT", new BigDecimal("7")));
        var page = read(get("/desk/statements/" + desk.draft(domain)));
        assertThat(page.select("#line-1").text()).contains("Support, ", "950.00 EUR", "VAT 7 %");
        assertThat(page.select("#line-2").text()).contains("Work " + number, "1:30", "180.00 EUR");
        assertThat(page.select("#line-2 a").attr("href")).isEqualTo("/cases/" + number);
        assertThat(page.select("#line-3").text())
                .contains("Taken back: Work outside the service hours " + number, "−0:30", "-90.00 EUR");
        assertThat(page.select("tfoot").text())
                .isEqualTo("Sum, net 1 040.00 EUR VAT 7 % on 950.00 EUR 66.50 EUR VAT 19 % on 90.00 EUR 17.10 EUR"
                        + " Total 1 123.60 EUR");
        assertThat(page.select("#state").text()).isEqualTo("Draft");
        assertThat(page.select("#propose")).hasSize(1);
        assertThat(page.select("#send")).isEmpty();
    }

    @Test
    void aProposedOneLeadsToTheDecisionAndADeclinedOneSaysWhy() {
        desk.work(domain, "120.00");
        long id = desk.draft(domain);
        String address = "/desk/statements/" + id;
        assertThat(post(address + "/proposal", Map.of())).hasRedirectedUrl(address);
        var again = post(address + "/proposal", Map.of());
        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(read(again).select("#problem").text()).contains("Somebody else proposed");
        String key = desk.keyOf(id);
        long task = tasks.open(new Waiting(
                "second-person",
                "userTask_ApproveStatement",
                null,
                key,
                "duty-manager",
                null,
                40,
                null,
                Map.of("statement", key)));
        var page = read(get(address));
        assertThat(page.select("#state").text()).contains("Waits for a second person", "Proposed by");
        assertThat(page.select("#decide").attr("href")).isEqualTo("/desk/tasks/" + task);
        assertThat(page.select("#propose")).isEmpty();
        decide.decide(key, false, "Nobody worked", "act");
        assertThat(read(get(address)).select("#declined").text()).isEqualTo("act: Nobody worked");
        desk.work(domain, "5.00");
        assertThat(post(address + "/lines", Map.of())).hasRedirectedUrl(address);
        assertThat(read(get(address)).select("tbody tr")).hasSize(2);
    }

    @Test
    void aLetterThatCouldNotLeaveIsSeenAndSentOnceMore() {
        mails.refuse("it@" + domain, "550 No such user");
        desk.work(domain, "120.00");
        long id = desk.approved(domain);
        String address = "/desk/statements/" + id;
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(read(get(address)).select(".timeline .late")).hasSize(1));
        mails.accept("it@" + domain);
        assertThat(post(address + "/letter", Map.of())).hasRedirectedUrl(address);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(read(get(address)).select(".timeline time")).hasSize(1));
        assertThat(read(get(address)).select("h1").text()).isEqualTo(desk.numberOf(id));
        var draft = post("/desk/statements/" + draftOfAnother() + "/letter", Map.of());
        assertThat(draft).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void filesHoldTheLinesAndNoTextOfThemIsAFormula() {
        desk.charge(
                domain,
                null,
                Kind.TIME,
                desk.day(3),
                -60,
                "-120.00",
                "EUR",
                new Tax("=HYPERLINK(\"http://evil\")", new BigDecimal("19")));
        long id = desk.approved(domain);
        var csv = get("/desk/statements/" + id + ".csv");
        assertThat(csv)
                .hasStatusOk()
                .hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + desk.numberOf(id) + ".csv\"");
        assertThat(text(csv))
                .startsWith("\uFEFFstatement,line,day,kind,case,minutes,unit_price,net,currency,tax,tax_percent\n")
                .contains(",-60,-120.00,-120.00,EUR,\"'=HYPERLINK(\"\"http://evil\"\")\",19\n");
        var json = get("/desk/statements/" + id + ".json");
        assertThat(json).hasStatusOk();
        var body = assertThat(json).bodyJson();
        body.extractingPath("$.total").isEqualTo("-142.80");
        body.extractingPath("$.lines[0].kind").isEqualTo("time");
        body.extractingPath("$.state").isEqualTo("approved");
    }

    private long draftOfAnother() {
        String other = desk.customer("en");
        desk.work(other, "1.00");
        return desk.draft(other);
    }

    private MvcTestResult get(String uri) {
        return http.get()
                .uri(uri)
                .with(LoggedIn.as(DemoPerson.MANAGER))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> sent) {
        var request = http.post().uri(uri).with(LoggedIn.as(DemoPerson.MANAGER)).with(csrf());
        sent.forEach(request::param);
        return request.accept(MediaType.TEXT_HTML).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Document read(MvcTestResult answer) {
        return Jsoup.parse(text(answer).replace('\u00a0', ' '));
    }
}
