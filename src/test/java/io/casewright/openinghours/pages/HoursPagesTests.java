package io.casewright.openinghours.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.HoursDesk;
import io.casewright.testkit.LoggedIn;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A process owner keeps opening hours at the Desk, and everybody reads them. */
@DeskTest
class HoursPagesTests {

    private static final String LIST = "/desk/opening-hours";
    private static final String TECHNICAL = LIST + "/technical";
    private static final String PROVIDER = LIST + "/provider";

    @Autowired
    MockMvcTester http;

    @Autowired
    HoursDesk desk;

    @BeforeEach
    @AfterEach
    void nothingIsKept() {
        desk.forget();
    }

    @Test
    void areFoundFromThePageOfPlans() {
        assertThat(read(get("/desk/plans", DemoPerson.OWNER))
                        .select("#opening-hours")
                        .attr("href"))
                .isEqualTo(LIST);
        var list = read(get(LIST, DemoPerson.OWNER));
        assertThat(list.select("#queues tbody tr")).hasSize(5);
        assertThat(list.select("#vendors tbody a").eachAttr("href"))
                .containsExactly(LIST + "/microsoft", PROVIDER, LIST + "/vendor");
        assertThat(list.select("#vendors tbody tr").first().text()).contains("No hours kept");
    }

    @Test
    void areKeptAndReadByEverybodyWithTheirHistory() {
        assertThat(post(TECHNICAL, sent("0"))).hasRedirectedUrl(TECHNICAL);
        var changed = sent("1");
        changed.put("calendar.hours", "mon-fri 08:00-18:00");
        assertThat(post(TECHNICAL, changed)).hasRedirectedUrl(TECHNICAL);
        var page = read(get(TECHNICAL, DemoPerson.AGENT));
        assertThat(page.select("#now").text()).isEqualTo("Now: Monday to Friday, 08:00–18:00 (Europe/Berlin)");
        assertThat(page.select("#fields").text()).contains("Country of the public holidays de");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("#history > li")).hasSize(2);
        assertThat(page.select("#history > li").first().text())
                .contains("owner", "Service hours mon-fri 09:00-17:00 mon-fri 08:00-18:00")
                .doesNotContain("Time zone");
        assertThat(read(get(LIST, DemoPerson.AGENT)).select("#queues").text())
                .contains("Monday to Friday, 08:00–18:00 (Europe/Berlin)");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() {
        var sent = sent("0");
        sent.put("calendar.zone", "Europe/Atlantis");
        sent.put("calendar.hours", "mon-fri 09:00-17:00\nfri 16:00-18:00");
        var answer = post(PROVIDER, sent);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        var form = read(answer);
        assertThat(form.select("#faults").text()).contains("2 fields");
        assertThat(form.select("[id='calendar.zone-fault']").text())
                .isEqualTo("Time zone \"Europe/Atlantis\" does not exist; write a name such as Europe/Berlin or UTC.");
        assertThat(form.select("[id='calendar.hours-fault']").text()).contains("which overlap");
        assertThat(form.select("[id='calendar.hours']").val()).isEqualTo("mon-fri 09:00-17:00\nfri 16:00-18:00");
        assertThat(form.select("[id='calendar.country']").val()).isEqualTo("de");
        assertThat(form.select("[name=number]").val()).isEqualTo("0");
        assertThat(read(get(PROVIDER, DemoPerson.OWNER)).select("#now").text()).contains("always open");
    }

    @Test
    void inGermanTheFaultsAreGermanToo() {
        var sent = sent("0");
        sent.put("calendar.hours", "mon-fri 09:00-17:00\nfri 16:00-18:00");
        sent.put("calendar.closedDays", "2026-02-30 Nie");
        var request =
                http.post().uri(PROVIDER).with(LoggedIn.as(DemoPerson.OWNER)).with(csrf());
        sent.forEach(request::param);
        var form = read(request.cookie(new Cookie("language", "de"))
                .accept(MediaType.TEXT_HTML)
                .exchange());
        assertThat(form.select("h1").text()).isEqualTo("Öffnungszeiten: Provider");
        assertThat(form.select("[id='calendar.hours-fault']").text())
                .isEqualTo(
                        "Servicezeiten hat „mon-fri 09:00-17:00“ und „fri 16:00-18:00“, die sich überschneiden; machen Sie"
                                + " eine Zeitspanne daraus oder lassen Sie die zweite später beginnen.");
        assertThat(form.select("[id='calendar.closedDays-fault']").text()).contains("nicht mit einem Datum beginnt");
    }

    @Test
    void theSecondOfTwoOwnersSeesWhatTheFirstKeptAndLosesNothing() {
        assertThat(post(TECHNICAL, sent("0"))).hasRedirectedUrl(TECHNICAL);
        var second = sent("0");
        second.put("calendar.hours", "mon-sat 07:00-19:00");
        var answer = post(TECHNICAL, second);
        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        var form = read(answer);
        assertThat(form.select("#problem").text()).contains("Somebody else changed these hours");
        assertThat(form.select("[id='calendar.hours']").val()).isEqualTo("mon-sat 07:00-19:00");
        assertThat(form.select("[id='calendar.hours-help']").text()).isEqualTo("Kept now: mon-fri 09:00-17:00");
        second.put("number", form.select("[name=number]").first().val());
        assertThat(post(TECHNICAL, second)).hasRedirectedUrl(TECHNICAL);
    }

    @Test
    void areTakenAwayByWhoSawWhatIsKept() {
        assertThat(post(TECHNICAL, sent("0"))).hasRedirectedUrl(TECHNICAL);
        assertThat(post(TECHNICAL + "/removal", Map.of("number", "0"))).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(TECHNICAL + "/removal", Map.of("number", "1"))).hasRedirectedUrl(TECHNICAL);
        var page = read(get(TECHNICAL, DemoPerson.OWNER));
        assertThat(page.select("#now").text())
                .isEqualTo("No hours are kept: for a critical case somebody is called at any hour.");
        assertThat(page.select("#take-away")).isEmpty();
        assertThat(page.select("#history > li")).hasSize(2);
        assertThat(page.select("[id='calendar.zone']").val()).isNotEmpty();
    }

    @Test
    void onlyAProcessOwnerChangesThem() {
        var request =
                http.post().uri(TECHNICAL).with(LoggedIn.as(DemoPerson.MANAGER)).with(csrf());
        sent("0").forEach(request::param);
        var answer = request.accept(MediaType.TEXT_HTML).exchange();
        assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(read(answer).text()).contains("Only a process owner changes opening hours");
        assertThat(get(LIST + "/kitchen", DemoPerson.OWNER)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static Map<String, String> sent(String number) {
        var sent = new HashMap<String, String>();
        sent.put("number", number);
        sent.put("calendar.zone", "Europe/Berlin");
        sent.put("calendar.hours", "mon-fri 09:00-17:00");
        sent.put("calendar.country", "de");
        return sent;
    }

    private MvcTestResult get(String uri, DemoPerson person) {
        return http.get().uri(uri).with(LoggedIn.as(person)).exchange();
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
