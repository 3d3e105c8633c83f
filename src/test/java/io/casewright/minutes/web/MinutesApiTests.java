package io.casewright.minutes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.openinghours.domain.Whose;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.HoursDesk;
import io.casewright.testkit.LoggedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is kept while a case goes its way, and what is told of it. */
@CasewrightTest
class MinutesApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    AskCustomer askCustomer;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    HoursDesk hours;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectMapper json;

    @Test
    void eachSecondOfACaseBelongsToSomebody() throws Exception {
        var number = cases.diagnosing();
        cases.asked(number);
        receiveMessage.receive(number, "All of them.", "portal", "minutes-" + number);
        askCustomer.takeReply(number, CaseDesk.step("receiveTask_Reply"));
        stretch(number);
        var minutes = minutesOf(number);
        assertThat(whys(minutes)).containsExactly("work", "question", "customer_wrote", "work");
        assertThat(owners(minutes)).containsExactly("partner", "customer", "partner", "partner");
        assertAddsUp(minutes);
    }

    @Test
    void aWithdrawnCaseHasItsTimeUpToThen() throws Exception {
        var number = cases.diagnosing();
        withdrawCase.withdraw(number, null, "portal");
        stretch(number);
        var minutes = minutesOf(number);
        assertThat(whys(minutes)).containsExactly("work");
        assertAddsUp(minutes);
    }

    @Test
    void whatWaitsWithMicrosoftIsMicrosofts() throws Exception {
        var number = cases.waitingFor("EX900001", cases.diagnosing());
        stretch(number);
        var minutes = minutesOf(number);
        assertThat(owners(minutes)).containsExactly("partner", "microsoft");
        assertThat(minutes.path("stretches").get(1).path("subject").asText()).isEqualTo("EX900001");
    }

    @Test
    void anIssueIsNobodysWhileMicrosoftIsClosed() throws Exception {
        var number = cases.waitingFor("EX900002", cases.diagnosing());
        stretch(number);
        var now = Instant.now();
        var microsoft = Whose.ofKey("microsoft").orElseThrow();
        // Closed for half an hour of the past, and not any more.
        hours.kept(microsoft, now.minusSeconds(2700), anotherDay(now));
        hours.kept(microsoft, now.minusSeconds(900), null);
        try {
            var minutes = minutesOf(number);
            assertThat(owners(minutes)).containsExactly("partner", "microsoft", "closed_hours", "microsoft");
            var closed = minutes.path("stretches").get(2);
            assertThat(closed.path("seconds").asLong()).isEqualTo(1800);
            assertThat(closed.path("why").asText()).isEqualTo("known_issue");
            assertThat(closed.path("subject").asText()).isEqualTo("EX900002");
            assertAddsUp(minutes);
        } finally {
            hours.forget();
        }
    }

    private static String anotherDay(Instant now) {
        var day = now.atZone(ZoneOffset.UTC).plusDays(2).getDayOfWeek();
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT) + " 00:00-24:00";
    }

    @Test
    void thePageShowsABarAndTheSameAsATable() {
        var number = cases.asked(cases.diagnosing());
        stretch(number);
        assertThat(http.get()
                        .uri("/cases/" + number)
                        .with(LoggedIn.as(DemoPerson.AGENT))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Who owned the minutes", "class=\"owner-CUSTOMER\"", "<td>", "Asked a question");
    }

    /** Each fact an hour before the next, so that there is something to count. */
    private void stretch(CaseNumber number) {
        var ids = database.sql("SELECT id FROM case_turn WHERE case_number = ? ORDER BY id DESC")
                .param(number.value())
                .query(Long.class)
                .list();
        for (int i = 0; i < ids.size(); i++) {
            database.sql("UPDATE case_turn SET at = DATE_SUB(at, INTERVAL ? HOUR) WHERE id = ?")
                    .params(i + 1, ids.get(i))
                    .update();
        }
    }

    private static void assertAddsUp(JsonNode minutes) {
        long sum = 0;
        for (var stretch : minutes.path("stretches")) {
            long seconds = stretch.path("seconds").asLong();
            assertThat(seconds)
                    .isEqualTo(Duration.between(
                                    Instant.parse(stretch.path("from").asText()),
                                    Instant.parse(stretch.path("to").asText()))
                            .toSeconds());
            sum += seconds;
        }
        assertThat(sum).isEqualTo(minutes.path("total").asLong()).isPositive();
        long byOwner = 0;
        for (var seconds : minutes.path("seconds")) {
            byOwner += seconds.asLong();
        }
        assertThat(byOwner).isEqualTo(sum);
    }

    private static List<String> owners(JsonNode minutes) {
        var owners = new ArrayList<String>();
        minutes.path("stretches")
                .forEach(stretch -> owners.add(stretch.path("owner").asText()));
        return owners;
    }

    private static List<String> whys(JsonNode minutes) {
        var whys = new ArrayList<String>();
        minutes.path("stretches")
                .forEach(stretch -> whys.add(stretch.path("why").asText()));
        return whys;
    }

    private JsonNode minutesOf(CaseNumber number) throws Exception {
        var answer = http.get()
                .uri("/api/v1/cases/" + number + "/minutes")
                .with(httpBasic("demo", "demo"))
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.OK);
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
