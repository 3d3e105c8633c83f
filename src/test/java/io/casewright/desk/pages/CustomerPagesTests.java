package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.localstack.identity.DemoPerson;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class CustomerPagesTests {

    private static final RequestPostProcessor MANAGER = LoggedIn.as(DemoPerson.MANAGER);

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = "main-" + own + ".example";
    private String address = "";

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    MicrosoftSimulator microsoft;

    @BeforeEach
    void aCustomerWithAContact() {
        address = redirectOf(post("/desk/customers", filledIn()));
        assertThat(post(address + "/contacts", Map.of("name", "Ida " + own, "email", "it@" + domain)))
                .hasRedirectedUrl(address);
    }

    @Test
    void aCustomerIsFoundByAnyOfItsNames() {
        for (String text : new String[] {"Company " + own, "second-" + own, "ida " + own}) {
            var row = page("/desk/customers?q=" + text, LoggedIn.as(DemoPerson.AUDITOR))
                    .select("tbody tr");
            assertThat(row.select("a").attr("href")).isEqualTo(address);
            assertThat(row.text()).contains("Company " + own, domain, "Business", "Northwind Cloud", "1 contact");
        }
    }

    @Test
    void aCustomerIsShownWithAllThatIsKept() {
        assertThat(page(address, LoggedIn.as(DemoPerson.AUDITOR)).select("main").text())
                .contains(domain, "second-" + own + ".example", "direct bill partner", "prepaid hours", "Own:")
                .contains("Ida " + own, "it@" + domain)
                .contains("main domain " + domain + " added");
    }

    @Test
    void whoOnlyLooksIsOfferedNothingToChange() {
        var page = page(address, LoggedIn.as(DemoPerson.AGENT));
        assertThat(page.select("main form, #change, #add-contact")).isEmpty();
        assertThat(page("/desk/customers", LoggedIn.as(DemoPerson.AGENT)).select("#add"))
                .isEmpty();
        assertThat(http.get()
                        .uri(address + "/change")
                        .with(LoggedIn.as(DemoPerson.AGENT))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Only a duty manager changes customers");
    }

    @Test
    void aFormSaysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        var sent = filledIn();
        sent.put("tenantId", "17");
        sent.put("domain", "<b>nonsense");
        var answer = post("/desk/customers", sent);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        var page = read(answer);
        assertThat(page.select("#faults").text()).contains("2 fields need attention");
        assertThat(page.select("#tenantId-fault").text()).contains("Tenant id must be a tenant id such as");
        assertThat(page.select("#domain-fault").text()).contains("Main domain must be a domain such as");
        assertThat(page.select("#domain").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#domain").val()).isEqualTo("<b>nonsense");
        assertThat(page.select("#otherDomains").val()).isEqualTo("second-" + own + ".example");
        assertThat(page.select("#partner option[selected]").val()).isEqualTo("Northwind Cloud");
    }

    @Test
    void theSecondOfTwoManagersSeesWhatTheFirstMadeOfItAndLosesNothing() {
        var version =
                page(address + "/change", MANAGER).select("[name=version]").val();
        var first = filledIn();
        first.put("version", version);
        first.put("name", "First " + own);
        assertThat(post(address, first)).hasRedirectedUrl(address);
        var second = filledIn();
        second.put("version", version);
        second.put("locale", "fr");
        var answer = post(address, second);
        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        var page = read(answer);
        assertThat(page.select("[role=alert]").text()).contains("changed by somebody else");
        assertThat(page.select("#locale").val()).isEqualTo("fr");
        assertThat(page.select("#name-help").text()).isEqualTo("Kept now: First " + own);
        second.put("version", page.select("[name=version]").val());
        second.put("name", "First " + own);
        assertThat(post(address, second)).hasRedirectedUrl(address);
        assertThat(page(address, MANAGER).select("h1").text()).isEqualTo("First " + own);
    }

    @Test
    void aContactIsClosedAndReopened() {
        String closing =
                page(address, MANAGER).select("form[action$=/closing]").first().attr("action");
        assertThat(closing).contains("/contacts/");
        assertThat(post(closing, versionAt(closing))).hasRedirectedUrl(address);
        assertThat(page(address, MANAGER).select(".contacts").text()).contains("Closed");
        String reopening = closing.replace("closing", "reopening");
        assertThat(post(closing, versionAt(reopening)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("is closed already");
        assertThat(post(reopening, versionAt(reopening))).hasRedirectedUrl(address);
        assertThat(page(address, MANAGER).select(".contacts").text()).doesNotContain("Closed");
    }

    @Test
    void whoLeftOpensNoCaseByAnyDoorAndIsStillNamed() {
        var number = cases.diagnosing(ARequest.from(domain, "it@" + domain));
        assertThat(post(address + "/closing", versionAt(address + "/closing"))).hasRedirectedUrl(address);

        var call = read(post(
                "/desk/calls",
                Map.of(
                        "customer",
                        domain,
                        "contactName",
                        "Ida",
                        "contactEmail",
                        "it@" + domain,
                        "subject",
                        "Mail",
                        "description",
                        "Bounces")));
        assertThat(call.select("#customer-fault").text()).contains("is not the tenant id or domain of a customer");
        assertThat(http.post()
                        .uri("/api/v1/cases")
                        .header("Authorization", "Basic ZGVtbzpkZW1v")
                        .header("Idempotency-Key", own)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"customer": "%s", "contact": {"name": "Ida", "email": "it@%s"}, "subject": "Mail",
                                 "description": "Bounces"}""".formatted(domain, domain))
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(http.get().uri("/desk/contacts?q=" + own).with(MANAGER).exchange())
                .bodyJson()
                .isEqualTo("[]");

        assertThat(page("/cases/" + number, MANAGER).select("main").text()).contains("Company " + own);
        assertThat(page("/cases?q=" + number, MANAGER).text()).contains(number.value());
        assertThat(page("/desk/customers?closed=true&q=" + own, MANAGER).select("tbody tr"))
                .hasSize(1);
        assertThat(post(address + "/reopening", versionAt(address + "/reopening")))
                .hasRedirectedUrl(address);
    }

    @Test
    void aNewNameIsSeenInTheListsAndTheEarlierOneStillFinds() {
        var number = cases.diagnosing(ARequest.from(domain, "it@" + domain));
        var sent = filledIn();
        sent.put(
                "version",
                page(address + "/change", MANAGER).select("[name=version]").val());
        sent.put("name", "Renamed" + own);
        assertThat(post(address, sent)).hasRedirectedUrl(address);
        for (String text : new String[] {"Renamed" + own, "Company " + own}) {
            var rows = page("/desk?list=all&q=" + text, MANAGER).select("#rows tbody tr");
            assertThat(rows.text()).contains(number.value(), "Renamed" + own);
        }
    }

    @Test
    void textFromOutsideStaysText() {
        String text = "<script>alert(1)</script> [[${7*7}]] " + own;
        var sent = filledIn();
        sent.put(
                "version",
                page(address + "/change", MANAGER).select("[name=version]").val());
        sent.put("name", text);
        assertThat(post(address, sent)).hasRedirectedUrl(address);
        var page = page(address, MANAGER);
        assertThat(page.select("h1").text()).isEqualTo(text);
        assertThat(page.select("script:not([src]), [style], [onclick]")).isEmpty();
    }

    @Test
    void aFileIsLookedAtBeforeItIsApplied() {
        String tenantId = String.valueOf(filledIn().get("tenantId"));
        var handedIn =
                file("tenant_id;name;contact_email;contact_name\n%s;=1+1 <b>;new@%s;Omar".formatted(tenantId, domain));
        String list = redirectOf(handedIn);
        var plan = page(list, MANAGER);
        assertThat(plan.select("tbody tr").text())
                .contains("Customer changed name: Company " + own + " → =1+1 <b>", "New contact", "Omar");
        assertThat(plan.select("main b")).isEmpty();
        assertThat(page(address, MANAGER).select("h1").text()).isEqualTo("Company " + own);

        assertThat(post(list, Map.of("fingerprint", "of another"))).hasStatus(HttpStatus.CONFLICT);
        var fingerprint = plan.select("[name=fingerprint]").val();
        assertThat(post(list, Map.of("fingerprint", fingerprint))).hasRedirectedUrl("/desk/customers");
        assertThat(page(address, MANAGER).select("h1").text()).isEqualTo("=1+1 <b>");
        assertThat(post(list, Map.of("fingerprint", fingerprint))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileThatIsNoListIsRefusedWithASentence() {
        var answer = file("colour\nred");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(answer).select("#file-fault").text()).contains("“colour” is none of");
        var refused = page(redirectOf(file("tenant_id,name\n17,A")), MANAGER);
        assertThat(refused.select("tbody tr").text()).contains("17 2 Refused", "tenant_id must be a tenant id");
        assertThat(refused.select("#apply")).isEmpty();
    }

    @Test
    void whyPartnerCentersListIsNotReadIsSaidWhereItIsAskedFor() {
        var page = read(post("/desk/customers/import/partner-center", Map.of("supportPlan", "Business")));
        assertThat(page.select("#partner-fault").text()).isEqualTo("Partner is required.");
        assertThat(page.select("#supportPlan option[selected]").val()).isEqualTo("Business");
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1/customers", 1, 1);
        var answer = post(
                "/desk/customers/import/partner-center",
                Map.of("partner", "Northwind Cloud", "supportPlan", "Business", "deliveryModel", "OWN"));
        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(read(answer).select("#unread").text()).contains("Partner Center");
    }

    private MvcTestResult file(String content) {
        var file = new MockMultipartFile("file", "customers.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
        return http.post()
                .uri("/desk/customers/import")
                .multipart()
                .file(file)
                .contentType("multipart/form-data; boundary=part")
                .with(MANAGER)
                .with(csrf())
                .exchange();
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(http.get().uri("/desk/customers/999999999").with(MANAGER).exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("No such customer");
        assertThat(http.get().uri("/desk/customers/nothing").with(MANAGER).exchange())
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aSiteIsAddedChangedAndClosedAndSaysAtTheFieldWhatIsWrong() {
        var wrong = post(address + "/sites", Map.of("name", "", "zone", "Mars/Olympus", "closedDays", "<b>someday"));
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(wrong).select("#zone-fault").text())
                .isEqualTo("Time zone \"Mars/Olympus\" does not exist; write a name such as Europe/Berlin or UTC.");
        assertThat(read(wrong).select("#name-fault").text()).isEqualTo("Name is required.");
        assertThat(read(wrong).select("#closedDays").val()).isEqualTo("<b>someday");

        var right = Map.of("name", "Wien", "zone", "Europe/Vienna", "country", "at", "closedDays", "2026-12-24 Feier");
        assertThat(post(address + "/sites", right)).hasRedirectedUrl(address);
        var page = page(address, MANAGER);
        assertThat(page.select("#sites").text())
                .contains("Wien (main) Europe/Vienna, holidays of AT", "Also closed: 2026-12-24 Feier");
        assertThat(page.select(".timeline").text())
                .contains("site Wien (Europe/Vienna, AT, 2026-12-24 Feier, main site) added");
        assertThat(page(address, LoggedIn.as(DemoPerson.AGENT)).select("#sites form, #add-site"))
                .isEmpty();

        String form = page.select("#sites a.button").attr("href");
        String version = page(form, MANAGER).select("[name=version]").val();
        var moved = new LinkedHashMap<>(right);
        moved.put("version", version);
        moved.put("main", "yes");
        moved.put("name", "Wien Mitte");
        assertThat(post(form, moved)).hasRedirectedUrl(address);
        var late = post(form, moved);
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(read(late).select("[role=alert]").text()).contains("changed by somebody else");

        assertThat(post(form + "/closing", versionAt(form + "/closing"))).hasRedirectedUrl(address);
        assertThat(page(address, MANAGER).select("#sites").text()).contains("Wien Mitte Closed");
        assertThat(post(form + "/reopening", versionAt(form + "/reopening"))).hasRedirectedUrl(address);
    }

    private Map<String, String> filledIn() {
        var sent = new LinkedHashMap<String, String>();
        sent.put(
                "tenantId",
                UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8)).toString());
        sent.put("name", "Company " + own);
        sent.put("domain", domain);
        sent.put("otherDomains", "second-" + own + ".example");
        sent.put("partner", "Northwind Cloud");
        sent.put("supportPlan", "Business");
        sent.put("deliveryModel", "OWN");
        sent.put("locale", "en");
        return sent;
    }

    /** As the button on the customer's page sends it. */
    private Map<String, String> versionAt(String action) {
        Element form =
                page(address, MANAGER).select("form[action=" + action + "]").first();
        if (form == null) {
            throw new AssertionError("There is no button for " + action);
        }
        return Map.of("version", form.select("[name=version]").val());
    }

    private MvcTestResult post(String to, Map<String, String> values) {
        var request = http.post().uri(to).with(MANAGER).with(csrf()).accept(MediaType.TEXT_HTML);
        values.forEach(request::param);
        return request.exchange();
    }

    private static String redirectOf(MvcTestResult answer) {
        String to = answer.getResponse().getRedirectedUrl();
        if (to == null) {
            throw new AssertionError(read(answer).text());
        }
        return to;
    }

    private Document page(String from, RequestPostProcessor who) {
        var answer = http.get().uri(from).with(who).accept(MediaType.TEXT_HTML).exchange();
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private static Document read(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
