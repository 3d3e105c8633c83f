package io.casewright.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.openinghours.domain.Whose;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.HoursDesk;
import io.casewright.testkit.LoggedIn;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Figures are those of the database, open their cases, and are safe in a spreadsheet. */
@CasewrightTest
class ReportsTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    HoursDesk hours;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectMapper json;

    @Test
    void countWhatIsThereAndOpenIt() throws Exception {
        var number = apart(cases.diagnosing(), "2011-03-04 10:00:00");
        var row = rows("intake?from=2011-03-01&to=2011-03-31&by=queue").get(0);
        assertThat(row.path("part").asText()).isEqualTo("technical");
        assertThat(row.path("total").asLong()).isEqualTo(1);
        assertThat(rows("intake?from=2011-03-01&to=2011-03-31&by=customer&queue=billing"))
                .isEmpty();
        assertThat(page("intake/cases?from=2011-03-01&to=2011-03-31&by=queue&part=TECHNICAL"))
                .hasStatusOk()
                .bodyText()
                .contains(number.value());
        assertThat(page("intake?from=2011-03-01&to=2011-03-31&by=queue"))
                .hasStatusOk()
                .bodyText()
                .contains("part=TECHNICAL", ">1</a>");
    }

    @Test
    void tellPromisesKeptAndMissed() throws Exception {
        var number = apart(cases.diagnosing(), "2012-03-04 10:00:00");
        database.sql("UPDATE promise SET outcome = 'MISSED', due_at = '2012-03-04 10:30:00' WHERE case_number = ?")
                .param(number.value())
                .update();
        var counts = rows("promises?from=2012-03-01&to=2012-03-31").get(0).path("counts");
        assertThat(counts.path("first_response_missed").asLong()).isEqualTo(1);
        assertThat(counts.path("first_response_kept").asLong()).isZero();
    }

    @Test
    void tellRatings() throws Exception {
        var number = cases.closed();
        database.sql("UPDATE survey SET asked_at = '2013-03-04 10:00:00', rating = 4 WHERE case_number = ?")
                .param(number.value())
                .update();
        assertThat(page("satisfaction?from=2013-03-01&to=2013-03-31"))
                .hasStatusOk()
                .bodyText()
                .contains("Average", "4.0");
    }

    @Test
    void tellHoursThatAddUpWithinTheDaysOfThePartner() throws Exception {
        var number = apart(cases.asked(cases.diagnosing()), "2014-03-04 10:00:00");
        database.sql("UPDATE support_case SET ended_at = '2014-03-05 10:00:00', status = 'WITHDRAWN' WHERE number = ?")
                .param(number.value())
                .update();
        database.sql("DELETE FROM case_turn WHERE case_number = ?")
                .param(number.value())
                .update();
        database.sql("INSERT INTO case_turn (case_number, at, what) VALUES (?, '2014-03-04 10:00:00', 'OURS'),"
                        + " (?, '2014-03-04 16:00:00', 'QUESTION_ASKED'), (?, '2014-03-05 10:00:00', 'ENDED')")
                .params(number.value(), number.value(), number.value())
                .update();
        var sums = read("minutes?from=2014-03-04&to=2014-03-04");
        assertThat(sums.path("all").path("cases").asLong()).isEqualTo(1);
        assertThat(sums.path("all").path("seconds").path("partner").asLong()).isEqualTo(6 * 3600);
        assertThat(sums.path("all").path("seconds").path("customer").asLong()).isEqualTo(7 * 3600);
        assertThat(sums.path("all").path("total").asLong()).isEqualTo(13 * 3600);
        assertThat(page("minutes?from=2014-03-04&to=2014-03-04"))
                .hasStatusOk()
                .bodyText()
                .contains("13.0");
    }

    @Test
    void countNoClosedHoursAsAVendors() throws Exception {
        var number = apart(cases.diagnosing(), "2017-03-06 08:00:00");
        database.sql("UPDATE support_case SET ended_at = '2017-03-06 14:00:00', status = 'WITHDRAWN' WHERE number = ?")
                .param(number.value())
                .update();
        database.sql("DELETE FROM case_turn WHERE case_number = ?")
                .param(number.value())
                .update();
        database.sql("INSERT INTO case_turn (case_number, at, what, subject, vendor) VALUES"
                        + " (:number, '2017-03-06 08:00:00', 'HANDED_OFF', NULL, NULL),"
                        + " (:number, '2017-03-06 08:00:00', 'TICKET_THEIRS', 'T1', 'PROVIDER'),"
                        + " (:number, '2017-03-06 14:00:00', 'ENDED', NULL, NULL)")
                .param("number", number.value())
                .update();
        var provider = Whose.ofKey("provider").orElseThrow();
        hours.kept(provider, Instant.parse("2017-03-06T09:00:00Z"), "mon-fri 10:00-12:00");
        try {
            var sums = read("minutes?from=2017-03-06&to=2017-03-06");
            assertThat(sums.path("byVendor")
                            .path("provider")
                            .path("seconds")
                            .path("provider")
                            .asLong())
                    .isEqualTo(3 * 3600);
            assertThat(sums.path("byVendor").path("provider").path("total").asLong())
                    .isEqualTo(3 * 3600);
            assertThat(sums.path("byVendor").size()).isEqualTo(1);
            assertThat(sums.path("all").path("seconds").path("closed_hours").asLong())
                    .isEqualTo(3 * 3600);
            assertThat(sums.path("all").path("total").asLong()).isEqualTo(6 * 3600);
        } finally {
            hours.forget();
        }
    }

    @Test
    void tellHowThePartnerStands() throws Exception {
        var avoided = cases.diagnosed(cases.diagnosing(), NextStep.HAND_OFF);
        database.sql("UPDATE support_case SET status = 'CLOSED', ended_at = '2016-03-05 10:00:00', received_at ="
                        + " '2016-03-04 10:00:00' WHERE number = ?")
                .param(avoided.value())
                .update();
        var handedOff = apart(cases.diagnosing(), "2016-03-04 10:00:00");
        database.sql("INSERT INTO hand_off (case_number, reference, step_key, target, channel, title, text, severity,"
                        + " round_the_clock, diagnostics_consent, contact_name, contact_email, contact_phone, contact_hours,"
                        + " prepared_at) VALUES (?, ?, ?, 'MICROSOFT', 'GUIDED', '=1+1', 'Text', 'critical', FALSE, FALSE, 'a',"
                        + " 'b', 'c', 'd', '2016-03-04 11:00:00')")
                .params(handedOff.value(), handedOff + "-T1", handedOff + "-T1")
                .update();
        var month =
                read("standing?from=2016-03-01&to=2016-03-31").path("months").get(0);
        assertThat(month.path("month").asText()).isEqualTo("2016-03");
        assertThat(month.path("ticketsAtMicrosoft").asLong()).isEqualTo(1);
        assertThat(month.path("handOffsAvoided").asLong()).isEqualTo(1);
        assertThat(page("standing?from=2016-03-01&to=2016-03-31"))
                .hasStatusOk()
                .bodyText()
                .contains("2016-03", "To be reached", "not set");
        assertThat(page("standing/audit-pack.csv?from=2016-03-01&to=2016-03-31")
                        .getResponse()
                        .getContentAsString())
                .contains(handedOff + "-T1", "GUIDED");
    }

    @Test
    void filesBeginWithAMarkAndHoldNoFormula() throws Exception {
        var number = apart(cases.diagnosing(), "2015-03-04 10:00:00");
        database.sql("UPDATE support_case SET subject = '=HYPERLINK(\"http://evil.example\")' WHERE number = ?")
                .param(number.value())
                .update();
        var answer = page("intake/cases.csv?from=2015-03-01&to=2015-03-31");
        assertThat(answer).hasStatusOk();
        String text = answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").contains("\"'=HYPERLINK(");
        assertThat(text.lines()).hasSize(2);
        assertThat(page("intake.csv?from=2015-03-01&to=2015-03-31")
                        .getResponse()
                        .getContentAsString())
                .contains("Technical");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"backlog", "reopened", "hand-offs", "promises", "satisfaction", "intake", "minutes", "standing"})
    void areShownByEachDimension(String report) {
        for (String by : new String[] {"category", "customer", "queue", "vendor"}) {
            assertThat(page(report + "?by=" + by)).hasStatusOk();
            assertThat(page(report + ".csv?by=" + by)).hasStatusOk();
        }
    }

    @Test
    void refuseWhatMeansNothing() {
        assertThat(page("nothing")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page("intake?from=2026-13-01")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(page("intake?from=2020-01-01&to=2026-01-01")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(page("intake?by=colour")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api("intake?from=2026-02-02&to=2026-02-01"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("must not be later than to");
    }

    /** In a time in which nothing else was. */
    private CaseNumber apart(CaseNumber number, String receivedAt) {
        database.sql("UPDATE support_case SET received_at = ? WHERE number = ?")
                .params(receivedAt, number.value())
                .update();
        return number;
    }

    private MvcTestResult page(String address) {
        return http.get()
                .uri("/desk/reports/" + address)
                .with(LoggedIn.as(DemoPerson.MANAGER))
                .exchange();
    }

    private MvcTestResult api(String address) {
        return http.get()
                .uri("/api/v1/reports/" + address)
                .with(jwt().jwt(token -> token.claims(all -> all.putAll(DemoPerson.MANAGER.claims()))))
                .exchange();
    }

    private JsonNode read(String address) throws Exception {
        var answer = api(address);
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private JsonNode rows(String address) throws Exception {
        return read(address).path("rows");
    }
}
