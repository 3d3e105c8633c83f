package io.casewright.prepaid.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.casewright.localstack.identity.DemoPerson;
import io.casewright.plan.domain.PlanFields;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What people and programs see of prepaid hours, and how packages are booked at the Desk. */
@CasewrightTest
class PrepaidPagesTests {

    private static final RequestPostProcessor MANAGER = LoggedIn.as(DemoPerson.MANAGER);

    @Autowired
    PlanDesk desk;

    @Autowired
    CaseDesk cases;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient database;

    private String domain = "";
    private long customer;

    @BeforeEach
    void aCustomerWithAPrepaidPlan() {
        var fields = PlanText.fields();
        fields.put("charging.model", "PREPAID_HOURS");
        fields.put("charging.price", "950.00");
        fields.put("charging.hours", "10");
        domain = desk.customerUnder(desk.plan(new PlanFields(fields)), "en");
        customer = idOf(domain);
    }

    @Test
    void aDutyManagerBooksPackagesOnce() throws Exception {
        assertThat(page(customerPage(), MANAGER).select("#prepaid-hours").attr("href"))
                .isEqualTo(address());
        var empty = page(address(), MANAGER);
        assertThat(empty.select("#held").text()).isEqualTo("0 min");
        assertThat(empty.select("#offer").text().replace('\u00a0', ' '))
                .isEqualTo("A package has 10 hours and costs 950.00 EUR without tax.");

        var typed = Map.of("packages", "2", "note", "Invoice <b>7</b>", "key", "one page");
        assertThat(said(post(MANAGER, typed))).isEqualTo("The packages are booked.");
        assertThat(said(post(MANAGER, typed))).isEqualTo("This was booked before: nothing was added.");
        var page = page(address(), MANAGER);
        assertThat(page.select("#held").text()).isEqualTo("20 h 0 min");
        assertThat(page.select("#free").text()).isEqualTo("20 h 0 min");
        assertThat(page.select("#entries li")).hasSize(1);
        assertThat(page.select("#entries li").text()).contains("bought: 20 h 0 min", "Invoice <b>7</b>");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        var answer = post(LoggedIn.as(DemoPerson.OWNER), Map.of("packages", "some", "note", "", "key", "k"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select("#packages-fault").text())
                .isEqualTo("Number of packages must be a whole number from 1 to 100, such as 12.");
        assertThat(page.select("#packages").val()).isEqualTo("some");
        assertThat(page.select("#note-fault").text()).contains("is required");
        assertThat(page.select("#held").text()).isEqualTo("0 min");
    }

    @Test
    void whoOnlyWorksOnCasesLooks() throws Exception {
        var agent = LoggedIn.as(DemoPerson.AGENT);
        assertThat(page(address(), agent).select("#buy")).isEmpty();
        assertThat(post(agent, Map.of("packages", "1", "note", "Mine", "key", "k")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(page(address(), agent).select("#held").text()).isEqualTo("0 min");
    }

    @Test
    void aCustomerThatIsNotThereIsSaid() {
        assertThat(http.get()
                        .uri("/desk/customers/999999999/prepaid-hours")
                        .with(MANAGER)
                        .accept("text/html")
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("No such customer");
    }

    @Test
    void theCaseSaysHowItStandsAndWhenNothingIsLeft() throws Exception {
        var before = cases.received(ARequest.from(domain, "it@" + domain)).value();
        var section = page("/cases/" + before, MANAGER).select("#prepaid");
        assertThat(section.text()).contains("No prepaid hours are left. The case is worked on all the same");
        post(MANAGER, Map.of("packages", "1", "note", "Invoice 7", "key", "k"));
        var after = cases.received(ARequest.from(domain, "it@" + domain)).value();
        section = page("/cases/" + after, MANAGER).select("#prepaid");
        assertThat(section.select("dd").eachText()).containsExactly("1 h 0 min", "0 min", "10 h 0 min", "9 h 0 min");
        assertThat(section.text()).doesNotContain("No prepaid hours");
        assertThat(section.select("a").attr("href")).isEqualTo(address());
        assertThat(page(address(), MANAGER).select("#entries a").eachAttr("href"))
                .containsExactly("/cases/" + after);
    }

    @Test
    void programsReadTheirOwnOnly() {
        post(MANAGER, Map.of("packages", "1", "note", "Invoice 7", "key", "k"));
        var number = cases.received(ARequest.from(domain, "it@" + domain)).value();
        assertThat(get(domain, httpBasic("demo", "demo")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "\"heldMinutes\":600", "\"reservedMinutes\":60", "\"kind\":\"bought\"", "Invoice 7", "manager");
        assertThat(get(domain, program(domain)))
                .hasStatusOk()
                .bodyText()
                .contains("\"freeMinutes\":540", "\"reserved\"", number)
                .doesNotContain("Invoice 7", "person");
        assertThat(get("contoso.example", program(domain))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(domain, program("contoso.example"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("nobody.example", httpBasic("demo", "demo")))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no customer with this tenant id or domain");
    }

    private static RequestPostProcessor program(String domain) {
        return jwt().jwt(token -> token.claim("azp", "portal")
                .claim("scope", List.of("cases:read"))
                .claim("reach", List.of("customer:" + domain)));
    }

    private MvcTestResult get(String name, RequestPostProcessor who) {
        return http.get()
                .uri("/api/v1/customers/" + name + "/prepaid-hours")
                .with(who)
                .exchange();
    }

    private MvcTestResult post(RequestPostProcessor who, Map<String, String> typed) {
        var post = http.post().uri(address()).with(who).with(csrf()).accept("text/html");
        typed.forEach(post::param);
        return post.exchange();
    }

    private static String said(MvcTestResult answer) {
        return String.valueOf(answer.getMvcResult().getFlashMap().get("done"));
    }

    private Document page(String address, RequestPostProcessor who) throws Exception {
        var answer = http.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private String customerPage() {
        return "/desk/customers/" + customer;
    }

    private String address() {
        return customerPage() + "/prepaid-hours";
    }

    private long idOf(String name) {
        return database.sql("SELECT id FROM customer WHERE domain = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
