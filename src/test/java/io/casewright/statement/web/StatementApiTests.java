package io.casewright.statement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.statement.application.ReadStatements;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.StatementDesk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A customer's program reads the statements of its customer that are approved, and disputes lines. */
@CasewrightTest
class StatementApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    StatementDesk desk;

    @Autowired
    ReadStatements read;

    private String domain = "";
    private long id;
    private String number = "";

    @BeforeEach
    void aStatementAndADraft() {
        domain = desk.customer("en");
        desk.work(domain, "120.00");
        desk.charge(domain, null, Kind.PACKAGE, desk.day(2), null, "9000", "JPY", null);
        id = desk.approved(domain);
        number = desk.numberOf(id);
    }

    @Test
    void onlyWhatIsApprovedIsListed() {
        var answer = get("", MediaType.ALL_VALUE, domain);
        assertThat(answer).hasStatusOk();
        var json = assertThat(answer).bodyJson();
        json.extractingPath("$.length()").isEqualTo(1);
        json.extractingPath("$[0].number").isEqualTo(number);
        json.doesNotHavePath("$[0].lines");
    }

    @Test
    void oneIsReadAsJsonUnlessCsvIsAskedFor() {
        for (String accept : List.of(MediaType.ALL_VALUE, MediaType.APPLICATION_JSON_VALUE)) {
            var json = assertThat(get("/" + number, accept, domain)).bodyJson();
            json.extractingPath("$.month").isEqualTo(desk.month().toString());
            json.extractingPath("$.total").isEqualTo("9000");
            json.extractingPath("$.lines[0].kind").isEqualTo("package");
        }
        for (var csv : List.of(get("/" + number, "text/csv", domain), get("/" + number + ".csv", "*/*", domain))) {
            assertThat(csv).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
            assertThat(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .contains(number + ",1," + desk.day(2) + ",package,,,9000,9000,JPY,,");
        }
    }

    @Test
    void anothersIsNotThereAndADraftNeither() {
        String other = desk.customer("en");
        assertThat(get("/" + number, "*/*", other)).hasStatus(HttpStatus.NOT_FOUND);
        var stranger = http.get()
                .uri("/api/v1/customers/%s/statements/%s".formatted(domain, number))
                .with(programOf(other))
                .exchange();
        assertThat(stranger).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/ST-2026-999999", "*/*", domain)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLineIsDisputedOnceAndTheLineRemembersIt() {
        String key = UUID.randomUUID().toString();
        var first = dispute(key, 1, "We bought nothing", "it@" + domain);
        assertThat(first).hasStatus(HttpStatus.CREATED);
        var again = dispute(key, 1, "We bought nothing", "it@" + domain);
        assertThat(again).hasStatusOk();
        var disputes = read.whole(id).lines().getFirst().disputes();
        assertThat(disputes).hasSize(1);
        assertThat(first)
                .hasHeader(HttpHeaders.LOCATION, "/api/v1/cases/" + disputes.getFirst())
                .bodyJson()
                .extractingPath("$.caseNumber")
                .isEqualTo(disputes.getFirst());
        assertThat(dispute(key, 1, "Something else", "it@" + domain)).hasStatus(HttpStatus.CONFLICT);
        var supportCase = http.get()
                .uri("/api/v1/cases/" + disputes.getFirst())
                .with(programOf(domain))
                .exchange();
        assertThat(supportCase)
                .bodyJson()
                .extractingPath("$.subject")
                .isEqualTo("Statement %s, line 1: 9\u00a0000\u00a0JPY".formatted(number));
    }

    @Test
    void whatIsWrongWithADisputeNamesTheField() {
        assertThat(dispute("key-1", 7, "Why", "it@" + domain))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("line", "1 to 1");
        assertThat(dispute("key-2", 1, "", "it@" + domain))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("words");
        assertThat(dispute("key-3", 1, "Why", "who@nowhere.example"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("contact.email");
        assertThat(read.whole(id).lines().getFirst().disputes()).isEmpty();
    }

    private MvcTestResult dispute(String key, int line, String words, String email) {
        return http.post()
                .uri("/api/v1/customers/%s/statements/%s/disputes".formatted(domain, number))
                .with(programOf(domain))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"line": %d, "words": "%s", "contact": {"name": "Ida Example", "email": "%s"}}""".formatted(line, words, email))
                .exchange();
    }

    private MvcTestResult get(String path, String accept, String customer) {
        return http.get()
                .uri("/api/v1/customers/%s/statements%s".formatted(customer, path))
                .with(programOf(customer))
                .header(HttpHeaders.ACCEPT, accept)
                .exchange();
    }

    private static RequestPostProcessor programOf(String customer) {
        return jwt().jwt(token -> token.subject("portal-" + customer)
                .claim("scope", List.of("cases:read", "cases:open"))
                .claim("reach", List.of("customer:" + customer)));
    }
}
