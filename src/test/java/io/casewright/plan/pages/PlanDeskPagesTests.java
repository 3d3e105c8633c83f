package io.casewright.plan.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A process owner keeps plans at the Desk. */
@DeskTest
class PlanDeskPagesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    PlanDesk desk;

    private String address = "";

    @BeforeEach
    void aPlan() {
        address = "/desk/plans/" + desk.plan(PlanText.right());
    }

    @Test
    void theFormBeginsWithWhatTheNewestVersionSays() {
        var form = read(get(address + "/draft"));
        assertThat(form.select("[id='en.name']").val()).isEqualTo("Plus en");
        assertThat(form.select("[id='calendar.hours']").text()).isEqualTo("mon-fri 09:00-17:00");
        assertThat(form.select("[id='charging.model'] option[selected]").val()).isEqualTo("HOURLY");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() {
        var sent = sent("propose", "0");
        sent.put("charging.price", "-5");
        sent.put("calendar.zone", "Europe/Atlantis");
        var answer = post(address + "/draft", sent);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        var form = read(answer);
        assertThat(form.select("#faults").text()).contains("2 fields");
        assertThat(form.select("[id='charging.price-fault']").text()).contains("Price must not be negative");
        assertThat(form.select("[id='charging.price']").val()).isEqualTo("-5");
        assertThat(form.select("[id='calendar.zone-fault']").text()).contains("does not exist");
    }

    @Test
    void aDraftIsKeptProposedAndShownWithItsDifference() {
        var sent = sent("keep", "0");
        sent.put("charging.price", "130.00");
        assertThat(post(address + "/draft", sent)).hasRedirectedUrl(address);
        assertThat(read(get(address)).select(".differences").text()).contains("Price 120.00 130.00");
        var proposed = sent("propose", "1");
        proposed.put("charging.price", "130.00");
        assertThat(post(address + "/draft", proposed)).hasRedirectedUrl(address);
        var page = read(get(address));
        assertThat(page.select("#state").text()).contains("Waits for a second person");
        assertThat(page.select("#write")).isEmpty();
        assertThat(get(address + "/draft")).hasRedirectedUrl(address);
    }

    @Test
    void theSecondOfTwoOwnersSeesWhatTheFirstMadeOfItAndLosesNothing() {
        var first = sent("keep", "0");
        first.put("charging.price", "130.00");
        assertThat(post(address + "/draft", first)).hasRedirectedUrl(address);
        var second = sent("keep", "0");
        second.put("charging.price", "140.00");
        var answer = post(address + "/draft", second);
        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        var form = read(answer);
        assertThat(form.select("#problem").text()).contains("Somebody else changed this plan");
        assertThat(form.select("[id='charging.price']").val()).isEqualTo("140.00");
        assertThat(form.select("[id='charging.price-help']").text()).contains("130.00");
        second.put("revision", form.select("[name=revision]").val());
        assertThat(post(address + "/draft", second)).hasRedirectedUrl(address);
    }

    @Test
    void aFileFillsTheFormAndItsFaultsAreSaidByFieldAndFile() {
        var form = read(upload("""
                {"en": {"name": "From a file", "contact": ["phone", "chat"]}, "color": "blue"}"""));
        assertThat(form.select("[id='en.name']").val()).isEqualTo("From a file");
        assertThat(form.select("[id='en.contact']").text()).isEqualTo("phone\nchat");
        assertThat(form.select("#elsewhere").text()).contains("color is no field of a plan");
        assertThat(form.select("[id='de.name-fault']").text()).contains("is required");
        assertThat(read(upload("{\n\"en\": ")).select("#problem").text()).contains("plan.json", "is no JSON");
        assertThat(read(get(address + "/draft")).select("[id='en.name']").val()).isEqualTo("Plus en");
    }

    @Test
    void aNewPlanNeedsANameOfItsOwn() {
        String name = "Own " + UUID.randomUUID();
        assertThat(post("/desk/plans", Map.of("name", name))).hasStatus(HttpStatus.FOUND);
        var again = post("/desk/plans", Map.of("name", name));
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(again).select("#name-fault").text()).contains("is that of another plan");
        assertThat(read(get("/desk/plans")).text()).contains(name, "none yet");
    }

    private Map<String, String> sent(String action, String revision) {
        var sent = new HashMap<>(PlanText.fields());
        sent.put("action", action);
        sent.put("revision", revision);
        return sent;
    }

    private MvcTestResult upload(String content) {
        return http.post()
                .uri(address + "/draft/file")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "plan.json", "application/json", content.getBytes(StandardCharsets.UTF_8)))
                .contentType("multipart/form-data; boundary=part")
                .with(LoggedIn.as(DemoPerson.OWNER))
                .with(csrf())
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(LoggedIn.as(DemoPerson.OWNER)).exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> sent) {
        var request = http.post().uri(uri).with(LoggedIn.as(DemoPerson.OWNER)).with(csrf());
        sent.forEach(request::param);
        return request.accept(MediaType.TEXT_HTML).exchange();
    }

    private static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
