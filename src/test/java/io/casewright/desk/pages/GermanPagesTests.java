package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** In which language the Desk is read. */
@DeskTest
class GermanPagesTests {

    private final RequestPostProcessor maya = LoggedIn.as(DemoPerson.MANAGER);

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    ObjectMapper json;

    private String number = "";
    private long task;

    @BeforeEach
    void aTaskWaits() {
        var diagnosing = cases.diagnosing();
        number = diagnosing.value();
        task = tasks.open(Waiting.diagnosisOf(diagnosing));
    }

    @Test
    void isWhatTheBrowserAsksFor() {
        assertIsGerman("de-AT,de;q=0.9,en;q=0.5", null);
    }

    @Test
    void isWhatThePersonChose() {
        assertIsGerman("en", choose("de", "/desk").getResponse().getCookie("language"));
        assertIsEnglish("de", choose("en", "/desk").getResponse().getCookie("language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "fr;q=0.9, *;q=0.1"})
    void isEnglishElse(String asked) {
        assertIsEnglish(asked, null);
    }

    @Test
    void isNoneThatNoPageIsWrittenIn() {
        assertIsEnglish("en", new Cookie("language", "xx"));
        assertThat(choose("xx", "/desk").getResponse().getCookie("language")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/desk?list=all&q=a%20b, /desk?list=all&q=a%20b",
        "https://evil.example/, /",
        "//evil.example/desk, /",
        "/\\evil.example, /",
        "'', /"
    })
    void isChosenWithoutLeavingThePage(String from, String to) {
        var answer = choose("de", from);
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        assertThat(answer.getResponse().getHeader(HttpHeaders.LOCATION)).isEqualTo(to);
    }

    @Test
    void canBeChosenOnEveryPageByKeyboard() {
        var choice = page("/desk?list=all&sort=number", "en", null).select("header form.language");
        assertThat(choice.attr("action")).isEqualTo("/language");
        assertThat(choice.select("[name=from]").val()).isEqualTo("/desk?list=all&sort=number");
        assertThat(choice.select("button[type=submit]").eachText()).containsExactly("English", "Deutsch");
        assertThat(choice.select("button[aria-pressed=true]").text()).isEqualTo("English");
        assertThat(choice.select("button[value=de]").attr("lang")).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/calls/new",
                "/desk/opening-hours",
                "/desk/opening-hours/technical",
                "/desk/opening-hours/microsoft",
                "/desk/customers",
                "/desk/customers/new",
                "/desk/customers/import",
                "/desk/erasures",
                "/desk/statements",
                "/desk/plans",
                "/desk/plans/2",
                "/plans/2",
                "/cases",
                "/logged-out"
            })
    void leavesNoWordOut(String address) {
        for (String language : List.of("de", "en")) {
            var page = page(address, language, null);
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            // What stands for a key that has no words.
            assertThat(page.html()).doesNotContain("??");
        }
        assertThat(page(address, "de", null).select("main").text())
                .isNotEqualTo(page(address, "en", null).select("main").text());
    }

    @Test
    void isThatOfWhatIsWrongWithAField() {
        var answer = http.post()
                .uri("/desk/calls")
                .with(maya)
                .with(csrf())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .param("customer", "nobody.example")
                .param("contactName", "Ida Toivonen")
                .param("contactEmail", "it@contoso.example")
                .param("subject", "")
                .param("description", "x")
                .param("affectedUsers", "1.200")
                .exchange();
        var page = read(answer);
        assertThat(page.select("#affectedUsers-fault").text())
                .isEqualTo("Anzahl betroffener Benutzer „1.200“ ist für die einen 1200, für die anderen 1.2."
                        + " Schreiben Sie 1200.");
        assertThat(page.select("#faults").text()).isEqualTo("Noch nicht aufgenommen: Ein Feld ist zu prüfen.");
    }

    @Test
    void isThatOfRefusalsToo() {
        var answer = get("/desk/tasks/9999999", "de", null);
        assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(read(answer).select("h1").text()).isEqualTo("Keine solche Aufgabe");
        assertThat(read(get("/desk?list=nothing", "de", null)).select("main").text())
                .contains("Der Parameter list hat einen Wert, der hier nicht erlaubt ist.");
    }

    @Test
    void isThatOfWhatTheFormChecksSay() throws IOException {
        tasks.refuse(task, "Findings: is required.");
        var answer = http.post()
                .uri("/desk/tasks/" + task + "/completion")
                .with(maya)
                .with(csrf())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("answers", Map.of())))
                .exchange();
        tasks.refuse(task, null);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(content(answer).path("reason").asText()).isEqualTo("Befund: fehlt.");
    }

    @Test
    void isEnglishForPrograms() {
        var answer = http.post()
                .uri("/api/v1/cases")
                .with(LoggedIn.as(DemoPerson.MANAGER))
                .with(csrf())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        assertThat(answer).bodyText().contains("is required");
    }

    private void assertIsGerman(String asked, @Nullable Cookie cookie) {
        var list = page("/desk?list=all&q=" + number, asked, cookie);
        assertThat(list.select("html").attr("lang")).isEqualTo("de");
        assertThat(list.select("#rows tbody tr").text()).contains("Diagnose stellen", "Kritisch", "Technik");
        assertThat(list.select("#rows thead").text()).contains("Nächste Zusage", "Dringlichkeit");
        var page = page("/desk/tasks/" + task, asked, cookie);
        assertThat(page.select("h1").text()).startsWith("Diagnose stellen: ");
        assertThat(page.select("#claim").text()).isEqualTo("Übernehmen");
        assertThat(page.select(".facts").text()).contains("Sprache Englisch", "Support inbegriffen");
        assertThat(page.select("template.words").eachAttr("data-draft-kept").stream()
                        .filter(said -> !said.isEmpty()))
                .containsExactly("Entwurf gespeichert um {0}");
        var schema =
                content(get("/desk/tasks/" + task + "/form", asked, cookie)).path("schema");
        assertThat(schema.findValuesAsText("label")).contains("Fall", "Kunde").doesNotContain("Case", "Customer");
        var file = page("/cases/" + number, asked, cookie);
        assertThat(file.select(".status").text()).isEqualTo("In Diagnose");
        assertThat(file.select(".timeline").text()).contains("Eingeordnet");
        assertThat(get("/models/support-case.bpmn", asked, cookie)).bodyText().contains("name=\"Diagnose stellen\"");
    }

    private void assertIsEnglish(String asked, @Nullable Cookie cookie) {
        var list = page("/desk?list=all&q=" + number, asked, cookie);
        assertThat(list.select("html").attr("lang")).isEqualTo("en");
        assertThat(list.select("#rows tbody tr").text()).contains("Diagnose case", "Critical");
        assertThat(page("/desk/tasks/" + task, asked, cookie).select("#claim").text())
                .isEqualTo("Claim");
        var schema =
                content(get("/desk/tasks/" + task + "/form", asked, cookie)).path("schema");
        assertThat(schema.findValuesAsText("label")).contains("Case", "Customer");
        assertThat(get("/models/support-case.bpmn", asked, cookie)).bodyText().contains("name=\"Diagnose case\"");
    }

    private MvcTestResult choose(String language, String from) {
        return http.post()
                .uri("/language")
                .with(maya)
                .with(csrf())
                .param("language", language)
                .param("from", from)
                .exchange();
    }

    private MvcTestResult get(String address, String asked, @Nullable Cookie cookie) {
        var request = http.get().uri(URI.create(address)).with(maya).header(HttpHeaders.ACCEPT_LANGUAGE, asked);
        return (cookie == null ? request : request.cookie(cookie)).exchange();
    }

    private Document page(String address, String asked, @Nullable Cookie cookie) {
        var answer = get(address, asked, cookie);
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

    private JsonNode content(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
