package io.casewright.statement.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.statement.application.ReadStatements;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.StatementDesk;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever has the letter reads the one statement, as often as they like, and may object to a line. */
@CasewrightTest
class PublicStatementTests {

    private static final Pattern LINK = Pattern.compile("/statements/([A-Za-z0-9_-]{43})\\?language=(\\w\\w)");

    @Autowired
    MockMvcTester http;

    @Autowired
    StatementDesk desk;

    @Autowired
    ReadStatements read;

    @Autowired
    MailRoom mails;

    @Autowired
    JdbcClient database;

    private String domain = "";
    private long id;
    private String link = "";

    @BeforeEach
    void aStatementThatWasSent() throws Exception {
        domain = desk.customer("de");
        desk.work(domain, "120.00");
        id = desk.approved(domain);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(read.letters(id).getLast().toldAt()).isNotNull());
        link = linkInTheLetter();
    }

    @Test
    void itIsReadInTheCustomersLanguageWithoutALoginAndAgain() {
        for (int i = 0; i < 3; i++) {
            var answer = get(link);
            assertThat(answer).hasStatusOk().hasHeader("X-Robots-Tag", "noindex, nofollow");
            var page = read(answer);
            assertThat(page.select("h1").text()).isEqualTo(desk.numberOf(id));
            assertThat(page.select("#line-1").text()).contains("Arbeit", "1:00", "120.00 EUR");
            assertThat(page.select("tfoot").text()).contains("Gesamt 142.80 EUR");
            assertThat(page.select("a")).isEmpty();
        }
        assertThat(get("/statement/statement.css")).hasStatusOk();
    }

    @Test
    void anotherTokenLeadsNowhereAndOneThatIsOverSaysSo() {
        assertThat(get("/statements/" + "x".repeat(43))).hasStatus(HttpStatus.NOT_FOUND);
        database.sql("UPDATE statement_link SET valid_until = '2020-01-01' WHERE letter_id IN"
                        + " (SELECT t.id FROM statement_letter t WHERE t.statement_id = ?)")
                .param(id)
                .update();
        var over = get(link);
        assertThat(over).hasStatus(HttpStatus.GONE);
        assertThat(read(over).text()).contains("Dieser Link gilt nicht mehr").doesNotContain("120.00");
        assertThat(post(Map.of("line", "1", "words", "Too late"))).hasStatus(HttpStatus.GONE);
    }

    @Test
    void aLineIsDisputedInABillingCaseOfWhoGotTheLetterAndTheSameTwiceIsOneCase() {
        var answer = post(Map.of("line", "1", "words", "Nobody worked that day"));
        assertThat(answer).hasStatusOk();
        String taken = read(answer).select("#disputed").text();
        String number = taken.replaceAll(".*(CW-\\d{4}-\\d{6}).*", "$1");
        assertThat(read(post(Map.of("line", "1", "words", "Nobody worked that day")))
                        .select("#disputed")
                        .text())
                .isEqualTo(taken);
        assertThat(read.whole(id).lines().getFirst().disputes()).containsExactly(number);
        var kept = database.sql("SELECT c.subject, c.description, c.category, c.channel, c.external_reference, o.email"
                        + " FROM support_case c JOIN contact o ON o.id = c.contact_id WHERE c.number = ?")
                .param(number)
                .query()
                .singleRow();
        assertThat(kept.get("subject").toString()).contains(desk.numberOf(id), "1", "120.00");
        assertThat(kept.get("description").toString())
                .contains(desk.numberOf(id), "120.00")
                .endsWith("\n\nNobody worked that day");
        assertThat(kept.get("email")).isEqualTo("it@" + domain);
        assertThat(kept.get("channel")).isEqualTo("PORTAL");
        assertThat(read(get(link)).select("#line-1").text()).contains(number);
    }

    @Test
    void aDisputeNamesALineAndSaysWhy() {
        for (var sent : new Map[] {
            Map.of("line", "2", "words", "Why?"),
            Map.of("line", "1", "words", " "),
            Map.of("line", "1", "words", "a\u0007")
        }) {
            @SuppressWarnings("unchecked")
            var answer = post((Map<String, String>) sent);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            assertThat(read(answer).select("#fault")).hasSize(1);
        }
        assertThat(read.whole(id).lines().getFirst().disputes()).isEmpty();
    }

    @Test
    void aContactThatLeftDisputesNothing() {
        database.sql("UPDATE contact SET closed_at = UTC_TIMESTAMP(6) WHERE email = ?")
                .param("it@" + domain)
                .update();
        var answer = post(Map.of("line", "1", "words", "Nobody worked"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(answer).select("#words").text()).isEqualTo("Nobody worked");
    }

    private String linkInTheLetter() throws MessagingException, IOException {
        var mail = Arrays.stream(mails.getReceivedMessages())
                .filter(each -> {
                    try {
                        return each.getAllRecipients()[0].toString().contains(domain);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
        var found = LINK.matcher(textOf((Multipart) mail.getContent()));
        assertThat(found.find()).isTrue();
        assertThat(found.group(2)).isEqualTo("de");
        return found.group();
    }

    private static String textOf(Multipart parts) throws MessagingException, IOException {
        Object first = parts.getBodyPart(0).getContent();
        return first instanceof Multipart inner ? textOf(inner) : first.toString();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private MvcTestResult post(Map<String, String> sent) {
        var request = http.post().uri(link.replaceAll("\\?.*", ""));
        sent.forEach(request::param);
        return request.accept(MediaType.TEXT_HTML)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .exchange();
    }

    private static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' '));
    }
}
