package io.casewright.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.time.Clock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Terms are read without a login, by programs and by people. */
@CasewrightTest
class PlanApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    PlanDesk desk;

    @Autowired
    Clock clock;

    private long plan;

    @BeforeEach
    void aPlanOfWhichTheSecondVersionHolds() {
        plan = desk.plan(PlanText.right());
        desk.version(plan, 2, clock.instant().minusSeconds(60), PlanText.right().with("charging.price", "130.00"));
        desk.version(
                plan, 3, clock.instant().plusSeconds(3600), PlanText.right().with("charging.price", "140.00"));
    }

    @Test
    void aProgramReadsTheVersionThatHoldsInTheLanguageItAsksFor() {
        var answer = http.get()
                .uri("/api/v1/plans/" + plan)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de-AT, en;q=0.5")
                .exchange();
        assertThat(answer).hasStatusOk().hasHeader(HttpHeaders.CONTENT_LANGUAGE, "de");
        var json = assertThat(answer).bodyJson();
        json.extractingPath("$.version").isEqualTo(2);
        json.extractingPath("$.name").isEqualTo("Plus de");
        json.extractingPath("$.charging.price").isEqualTo("130.00");
        json.extractingPath("$.targets.critical.firstResponse").isEqualTo("PT2H");
        json.extractingPath("$.serviceHours.words[0]").isEqualTo("Montag bis Freitag, 09:00–17:00");
        json.extractingPath("$.support.technical").isEqualTo("All that does not work");
        json.extractingPath("$.validUntil").isNotNull();
    }

    @Test
    void anOldVersionAndOneToComeStayReadable() {
        assertThat(http.get().uri("/api/v1/plans/%d?version=1".formatted(plan)).exchange())
                .bodyJson()
                .extractingPath("$.charging.price")
                .isEqualTo("120.00");
        assertThat(http.get().uri("/api/v1/plans/%d?version=3".formatted(plan)).exchange())
                .bodyJson()
                .extractingPath("$.hasBegun")
                .isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "999999, '', There is no plan 999999",
        "two, '', There is no plan two",
        ", 7, has no version 7; it has 1 to 3"
    })
    void whatDoesNotExistIsToldToBeSo(String id, String version, String words) {
        String address = "/plans/" + (id == null ? plan : id) + (version.isEmpty() ? "" : "?version=" + version);
        assertThat(http.get().uri("/api/v1" + address).exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains(words);
        assertThat(http.get().uri(address).exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains(words);
    }

    @Test
    void peopleReadAPageInTheLanguageOfTheirLink() throws Exception {
        var german = page("?version=1&language=de");
        assertThat(german)
                .contains("Ihr Supportplan", "Nicht mehr gültig", "120.00 EUR je Stunde", "Montag bis Freitag")
                .contains("Erste Antwort", "2 h", "16 h", "Geschlossen an Feiertagen von", "Deutschland");
        var english = page("?language=en");
        assertThat(english).contains("version 2", "In force", "130.00 EUR an hour", "Another company in our name");
        assertThat(page("?version=3")).contains("Not in force yet");
    }

    private String page(String query) throws Exception {
        MvcTestResult answer = http.get().uri("/plans/" + plan + query).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .text()
                .replace('\u00a0', ' ');
    }
}
