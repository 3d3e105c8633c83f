package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDetails;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class PersonalDataPagesTests {

    private static final RequestPostProcessor MANAGER = LoggedIn.as(DemoPerson.MANAGER);
    private static final RequestPostProcessor AUDITOR = LoggedIn.as(DemoPerson.AUDITOR);
    private static final Editor MAYA = new Editor("maya", "Maya Ito");

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = "erase-" + own + ".example";
    private final String name = "<b>Quix" + own;
    private long customer;
    private String address = "";

    @Autowired
    MockMvcTester http;

    @Autowired
    KeepCustomers keep;

    @Autowired
    CaseDesk cases;

    @BeforeEach
    void aContact() {
        customer = addCustomer(domain);
        long contact = keep.addContact(customer, new ContactDetails(name, "it@" + domain, "+49 30 5550101"), MAYA);
        address = "/desk/customers/" + customer + "/contacts/" + contact + "/personal-data";
    }

    @Test
    void aContactIsLookedAtErasedAndCertified() {
        cases.closed(cases.resolved(cases.resolving(diagnosing())));
        var page = page(address, MANAGER);
        assertThat(page.select("h1").text()).isEqualTo("Personal data of " + name);
        assertThat(page.select("#preview").text()).contains("cases 1").contains("contacts 1");
        assertThat(read(post(address + "/erasure", Map.of()))
                        .select("[role=alert]")
                        .text())
                .contains("Not erased yet");
        String certificate = redirectOf(post(address + "/erasure", Map.of("confirmed", "yes")));
        var shown = page(certificate, AUDITOR);
        assertThat(shown.select("main").text())
                .contains("Certificate of erasure EC-", "Erased contact ", "on request", "cases 1")
                .doesNotContain("Quix" + own);
        assertThat(http.get()
                        .uri(shown.select("#download").attr("href"))
                        .with(AUDITOR)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Kept from now on as: Erased contact ", "- cases: 1")
                .doesNotContain("Quix" + own);
        assertThat(page("/desk/erasures", AUDITOR).select("a[href=" + certificate + "]"))
                .hasSize(1);
        var customers = page("/desk/customers/" + customer, MANAGER);
        assertThat(customers.select(".contacts").text())
                .contains("Erased contact ")
                .contains("Erased");
        assertThat(customers.select(".contacts form[action$=/reopening]")).isEmpty();
        assertThat(customers.text()).doesNotContain("Quix" + own);
        assertThat(page(address, MANAGER).select("#erase-now")).isEmpty();
    }

    @Test
    void whatIsOpenIsNotErasedAndSaysWhatToDo() {
        var number = diagnosing();
        var page = page(address, MANAGER);
        assertThat(page.select("#erase-now")).isEmpty();
        assertThat(page.text()).contains(number.value(), "Close or withdraw them first");
        assertThat(post(address + "/erasure", Map.of("confirmed", "yes")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(number.value());
    }

    @Test
    void aHoldIsPlacedSeenAndLifted() {
        var refused = read(post(address + "/holds", Map.of("reason", " ", "untilDay", "2099-12-31")));
        assertThat(refused.select("#hold-fault").text()).startsWith("Reason: is needed");
        assertThat(refused.select("#untilDay").val()).isEqualTo("2099-12-31");
        assertThat(post(address + "/holds", Map.of("reason", "<i>Dispute", "untilDay", "2099-12-31")))
                .hasRedirectedUrl(address);
        var page = page(address, MANAGER);
        assertThat(page.select("#held ~ ul").text()).contains("All of it", "<i>Dispute", "until 2099-12-31");
        assertThat(page.select("#erase-now")).isEmpty();
        String lifting = page.select("form[action$=/lifting]").attr("action");
        assertThat(post(lifting, Map.of())).hasRedirectedUrl(address);
        assertThat(page(address, MANAGER).select("#erase-now")).hasSize(1);
    }

    @Test
    void theSamePersonAtAnotherCustomerIsPointedTo() {
        keep.addContact(addCustomer("other-" + domain), new ContactDetails("Q", "it@" + domain, ""), MAYA);
        assertThat(page(address, MANAGER).select(".notice").text()).contains("Company other-" + domain);
    }

    @Test
    void whatIsHandedOutIsAFileThatNobodyKeepsOnTheWay() {
        for (String file : List.of("/export.json", "/export.zip")) {
            assertThat(http.get().uri(address + file).with(MANAGER).exchange())
                    .hasStatusOk()
                    .hasHeader("Cache-Control", "no-store")
                    .satisfies(answer -> assertThat(answer.getResponse().getHeader("Content-Disposition"))
                            .startsWith("attachment; filename=\"contact-"));
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(http.get().uri("/desk/erasures/999999999").with(AUDITOR).exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("No such certificate");
        assertThat(http.get()
                        .uri("/desk/customers/" + customer + "/contacts/999999999/personal-data")
                        .with(MANAGER)
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private CaseNumber diagnosing() {
        return cases.diagnosing(new CaseRequest(
                domain,
                new ContactPerson(name, "it@" + domain, null),
                "Mail bounces",
                "All of it comes back.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private long addCustomer(String ofDomain) {
        return keep.add(
                new CustomerDetails(
                        UUID.randomUUID().toString(),
                        "Company " + ofDomain,
                        ofDomain,
                        List.of(),
                        "Northwind Cloud",
                        "Business",
                        "OWN",
                        "en"),
                MAYA);
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
