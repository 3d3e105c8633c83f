package io.casewright.satisfaction.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.message.MessageKind;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.MailRoom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the end of a case over the letter and its link to the person who calls back. */
@CasewrightTest
class SatisfactionTests {

    private static final Pattern LINK = Pattern.compile("http://\\S+(/rate/[\\w-]{43})\\s");

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    AskCustomers askCustomers;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    CallsGoOn callsGoOn;

    @Autowired
    MailRoom mails;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester http;

    /** All tests have the same contact. */
    @BeforeEach
    void nobodyWasAskedLately() {
        database.sql("UPDATE survey SET asked_at = NULL WHERE asked_at IS NOT NULL")
                .update();
    }

    @Test
    void asksOnceByALetterWithALinkOfWhichOnlyTheHashIsKept() throws Exception {
        var number = asked();
        String link = linkOf(number);
        askCustomers.ask(new AskCustomers.Order(number.value(), 0));
        assertThat(witness.lettersOf(number))
                .filteredOn(letter -> letter.kind() == MessageKind.SATISFACTION)
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains("[personal link]"));
        String token = link.substring("/rate/".length());
        assertThat(database.sql("SELECT token_hash FROM survey_link")
                        .query(String.class)
                        .list())
                .doesNotContain(token);
        assertThat(witness.happeningsOf(number)).contains(Kind.SATISFACTION_ASKED);
    }

    @Test
    void openingTheLinkDecidesNothingAndAnsweringItWorksOnce() throws Exception {
        var number = asked();
        String link = linkOf(number);
        for (int i = 0; i < 2; i++) {
            assertThat(http.get().uri(link))
                    .hasStatusOk()
                    .hasHeader("X-Robots-Tag", "noindex, nofollow")
                    .bodyText()
                    .contains("How satisfied are you", number.value());
        }
        assertThat(witness.happeningsOf(number)).doesNotContain(Kind.RATED);
        assertThat(answer(link, "", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer(link, "6", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer(link, "4", "x".repeat(2001)))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("too long");
        assertThat(answer(link, "5", "Fast & <b>kind</b>"))
                .hasStatusOk()
                .bodyText()
                .contains("Thank you");
        assertThat(witness.latestOf(number).text()).isEqualTo("5 of 5\nFast & <b>kind</b>");
        assertThat(answer(link, "1", "")).hasStatus(HttpStatus.GONE).bodyText().contains("answered already");
        assertThat(http.get().uri(link)).hasStatus(HttpStatus.GONE);
        assertThat(http.get().uri("/cases/" + number).with(LoggedIn.as(DemoPerson.AGENT)))
                .hasStatusOk()
                .bodyText()
                .contains("5 of 5", "Fast &amp; &lt;b&gt;kind&lt;/b&gt;");
        assertThat(witness.toldAbout(number)).doesNotContain(SatisfactionMessages.RATED_LOW);
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        var number = asked();
        String link = linkOf(number);
        Callable<Integer> rate = () -> answer(link, "3", "").getResponse().getStatus();
        var statuses = new ArrayList<Integer>();
        try (var together = Executors.newFixedThreadPool(4)) {
            for (var each : together.invokeAll(List.of(rate, rate, rate, rate))) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.RATED);
    }

    @Test
    void aWrongAndAnExpiredLinkSaySo() throws Exception {
        assertThat(http.get().uri("/rate/" + "x".repeat(43)))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("leads nowhere");
        var number = asked();
        String link = linkOf(number);
        database.sql("UPDATE survey SET valid_until = DATE_SUB(valid_until, INTERVAL 31 DAY) WHERE case_number = ?")
                .param(number.value())
                .update();
        assertThat(answer(link, "5", "")).hasStatus(HttpStatus.GONE).bodyText().contains("no longer valid");
        assertThat(witness.happeningsOf(number)).doesNotContain(Kind.RATED);
    }

    @Test
    void anUnhappyCustomerIsCalledBack() throws Exception {
        var number = asked();
        assertThat(answer(linkOf(number), "2", "Nobody told me anything.")).hasStatusOk();
        assertThat(witness.toldAbout(number)).contains(SatisfactionMessages.RATED_LOW);
        assertThat(callsGoOn.open()).contains(number.value());
    }

    @Test
    void whoWasAskedLatelyIsNotAskedAgain() throws Exception {
        linkOf(asked());
        assertThat(leftOut(asked())).isEqualTo("ASKED_LATELY");
    }

    @Test
    void whatWasWithdrawnOrReopenedIsNotAskedAbout() {
        var withdrawn = cases.diagnosing();
        withdrawCase.withdraw(withdrawn, null, "portal");
        assertThat(surveysOf(withdrawn)).isZero();

        var reopened = cases.closed();
        receiveMessage.receive(reopened, "It is broken again.", "portal", "again-" + reopened);
        askCustomers.ask(new AskCustomers.Order(reopened.value(), 0));
        assertThat(witness.happeningsOf(reopened)).doesNotContain(Kind.SATISFACTION_ASKED);
    }

    @Test
    void whatWasToldToManyAtOnceIsNotAskedAbout() {
        var number = cases.closed();
        database.sql("INSERT INTO major_case_child (version, major_case_id, case_number, joined_at)"
                        + " SELECT 0, (SELECT id FROM major_case LIMIT 1), ?, UTC_TIMESTAMP(6)")
                .param(withMajorCase(number))
                .update();
        askCustomers.ask(new AskCustomers.Order(number.value(), 0));
        assertThat(leftOut(number)).isEqualTo("MAJOR_CASE");
        database.sql("DELETE FROM major_case_child WHERE case_number = ?")
                .param(number.value())
                .update();
    }

    private String withMajorCase(CaseNumber number) {
        database.sql(
                        "INSERT INTO major_case (version, service, region, state, since, proposed_at, symptom) VALUES (0, ?,"
                                + " 'x', 'OVER', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), '')")
                .param(number.value())
                .update();
        return number.value();
    }

    private CaseNumber asked() {
        var number = cases.closed();
        askCustomers.ask(new AskCustomers.Order(number.value(), 0));
        return number;
    }

    private String linkOf(CaseNumber number) {
        await("the letter")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !links(number).isEmpty());
        return links(number).getFirst();
    }

    private List<String> links(CaseNumber number) {
        return mails.about(number.value()).stream()
                .map(mail -> {
                    try {
                        return LINK.matcher(mail.getContent().toString());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1))
                .toList();
    }

    private MvcTestResult answer(String link, String rating, String comment) {
        return http.post()
                .uri(link)
                .param("rating", rating)
                .param("comment", comment)
                .exchange();
    }

    private String leftOut(CaseNumber number) {
        return database.sql("SELECT left_out FROM survey WHERE case_number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private int surveysOf(CaseNumber number) {
        return database.sql("SELECT COUNT(*) FROM survey WHERE case_number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }
}
