package io.casewright.promise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasewrightTest
class PromiseApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    ObjectMapper json;

    @Test
    void tellsWhatWasPromisedAndHowItStands() throws Exception {
        var promise = promiseOf(cases.diagnosing());
        assertThat(promise.path("kind").asText()).isEqualTo("first_response");
        assertThat(promise.path("state").asText()).isEqualTo("open");
        assertThat(promise.path("plan").asText()).isEqualTo("Enterprise, version 1");
        assertThat(promise.path("severity").asText()).isEqualTo("critical");
        assertThat(promise.path("target").asText()).isEqualTo("PT30M");
        assertThat(Instant.parse(promise.path("dueAt").asText()))
                .isEqualTo(Instant.parse(promise.path("startedAt").asText()).plus(Duration.ofMinutes(30)));
        assertThat(promise.hasNonNull("paused")).isFalse();
    }

    @Test
    void explainsItsTimeUpToTheSecond() throws Exception {
        var number = cases.diagnosing();
        replanCase.reassess(number, Severity.MODERATE, "agent");
        cases.asked(number);
        var explanation = body(get(number, "/" + promiseOf(number).path("id").asText() + "/explanation"));
        var promise = explanation.path("promise");
        assertThat(promise.path("state").asText()).isEqualTo("kept");
        var told = Duration.ZERO;
        for (var segment : explanation.path("segments")) {
            told = told.plus(Duration.parse(segment.path("length").asText()));
            assertThat(segment.path("state").asText()).isEqualTo("working");
            assertThat(segment.path("calendar").asText()).isEqualTo("always-1");
        }
        assertThat(told)
                .isEqualTo(Duration.between(
                        Instant.parse(promise.path("startedAt").asText()),
                        Instant.parse(promise.path("endedAt").asText())));
        assertThat(explanation.path("segments").findValuesAsText("severity")).contains("critical", "moderate");
    }

    @Test
    void refusesAPromiseThatIsNotOfTheCase() throws Exception {
        var number = cases.diagnosing();
        var other = promiseOf(cases.diagnosing()).path("id").asText();
        assertThat(get(number, "/" + other + "/explanation"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no promise " + other + " of case " + number);
        assertThat(get(number, "/first/explanation")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private JsonNode promiseOf(CaseNumber number) throws Exception {
        var answer = get(number, "");
        assertThat(answer).hasStatusOk();
        var promises = body(answer);
        assertThat(promises).hasSize(1);
        return promises.path(0);
    }

    private JsonNode body(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private MvcTestResult get(CaseNumber number, String path) {
        return http.get()
                .uri("/api/v1/cases/" + number + "/promises" + path)
                .with(httpBasic("demo", "demo"))
                .exchange();
    }
}
