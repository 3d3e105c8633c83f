package io.casewright.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.casefile.application.AcknowledgeRequest;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.message.Delivery;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.RecordingEngine;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class DeadLettersPagesTests {

    private static final String ADDRESS = "it@fabrikam.example";
    private static final String REASON = "Told by telephone";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    MailRoom mails;

    @Autowired
    RecordingEngine engine;

    @Autowired
    EngineOutbox outbox;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    ConfirmResolution confirmResolution;

    @Autowired
    AcknowledgeRequest acknowledgeRequest;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final String own = UUID.randomUUID().toString();

    @AfterEach
    void mend() {
        mails.accept(ADDRESS);
        engine.isWrong(own, false);
    }

    @Test
    void aLetterThatNoServerTookIsSentAgainOnceItsAddressIsRight() {
        var number = aRefusedLetter();
        var letter = letter("letters", number.value());
        assertThat(letter.text())
                .contains("Acknowledgement", "does not accept the contact's e-mail address (550)")
                .doesNotContain(ADDRESS);
        assertThat(offers(letter)).containsExactly("Send again", "Discard");

        mails.accept(ADDRESS);
        assertThat(decide(letter, "SEND_AGAIN", Map.of())).isEqualTo("It is done.");
        await().atMost(PATIENCE).until(() -> !mails.about(number.value()).isEmpty());
        await().atMost(PATIENCE)
                .until(() -> witness.lettersOf(number).getFirst().delivery() == Delivery.SENT);
        assertThat(letters("letters", number.value())).isEmpty();
        assertThat(decide(letter, "SEND_AGAIN", Map.of())).contains("it is not here any more");
        assertThat(page(DemoPerson.AUDITOR).select("table").text())
                .contains("Letters to customers: sent again", number.value(), DemoPerson.MANAGER.fullName());
    }

    @Test
    void nothingIsDiscardedWithoutAReason() {
        var number = aRefusedLetter();
        var letter = letter("letters", number.value());
        assertThat(decide(letter, "DISCARD", Map.of("reason", "  "))).contains("Reason: it is required");
        assertThat(decide(letter, "DISCARD", Map.of("reason", "\u200b\u200b")))
                .contains("Reason: it must have characters");
        assertThat(decide(letter, "DISCARD", Map.of("reason", "x".repeat(501)))).contains("at most 500");
        assertThat(decide(letter, "ATTACH", Map.of("target", number.value()))).contains("cannot be done with this one");
        assertThat(letters("letters", number.value())).hasSize(1);

        assertThat(decide(letter, "DISCARD", Map.of("reason", REASON))).isEqualTo("It is done.");
        assertThat(letters("letters", number.value())).isEmpty();
        assertThat(witness.lettersOf(number).getFirst().delivery()).isEqualTo(Delivery.FAILED);
        assertThat(page(DemoPerson.OPERATIONS).select("table").text()).contains(REASON);
    }

    @Test
    void anOrderThatTheEngineRefusesAsWrongHoldsUpNothing() {
        engine.isWrong(own, true);
        var message = EngineMessage.to(own, "test.told", Map.of());
        transaction.executeWithoutResult(status -> outbox.send(message));
        await().atMost(PATIENCE).until(() -> !letters("orders", own).isEmpty());
        assertThat(database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance = ?")
                        .param(message.id())
                        .query(Long.class)
                        .single())
                .isZero();
        var letter = letter("orders", own);
        assertThat(letter.text()).contains("Message to the engine", "refuses it as wrong");

        engine.isWrong(own, false);
        assertThat(decide(letter, "SEND_AGAIN", Map.of())).isEqualTo("It is done.");
        await().atMost(PATIENCE)
                .until(() -> engine.told().stream()
                        .anyMatch(told -> told.correlationKey().equals(own)));
        assertThat(letters("orders", own)).isEmpty();
    }

    @Test
    void anOrderThatIsTakenBackIsNoDeadLetterAnyMore() {
        engine.isWrong(own, true);
        var message = EngineMessage.to(own, "test.told", Map.of());
        transaction.executeWithoutResult(status -> outbox.send(message));
        await().atMost(PATIENCE).until(() -> !letters("orders", own).isEmpty());

        transaction.executeWithoutResult(status -> outbox.cancel(message));
        assertThat(letters("orders", own)).isEmpty();
    }

    @Test
    void anOrderThatThisVersionCannotReadIsSetAsideAndDiscarded() {
        database.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
                        VALUES ('engine-message', ?, ?, CURRENT_TIMESTAMP(6), FALSE, 1, 50)""")
                .params(own, "{\"no\": ".getBytes(StandardCharsets.UTF_8))
                .update();
        await().atMost(PATIENCE).until(() -> !letters("orders", own).isEmpty());
        var letter = letter("orders", own);
        assertThat(letter.text()).contains("cannot be read by this version");
        assertThat(decide(letter, "DISCARD", Map.of("reason", "Of a version that was taken back")))
                .isEqualTo("It is done.");
        assertThat(letters("orders", own)).isEmpty();
    }

    @Test
    void whatACustomerWroteAndNobodyReadIsReadAfterAll() {
        var number = cases.diagnosing();
        var letter = anUnheardMessage(number);
        assertThat(letter.text()).contains("nobody was told").doesNotContain("It stopped again");
        assertThat(offers(letter)).containsExactly("Have somebody read it", "Attach to another case", "Discard");
        engine.told().clear();
        assertThat(decide(letter, "SEND_AGAIN", Map.of())).isEqualTo("It is done.");
        await().atMost(PATIENCE)
                .until(() -> engine.told().stream()
                        .anyMatch(told -> told.message().equals("casefile.customerWrote")
                                && told.correlationKey().startsWith(number.value())));
        assertThat(letters("words", number.value())).isEmpty();
    }

    @Test
    void itIsTakenToTheCaseWhereItBelongs() {
        var number = cases.diagnosing();
        var other = cases.diagnosing();
        var letter = anUnheardMessage(number);
        assertThat(decide(letter, "ATTACH", Map.of("target", "the other one"))).contains("by the number of a case");
        assertThat(decide(letter, "ATTACH", Map.of("target", "CW-1999-000001"))).contains("not here any more");
        assertThat(decide(letter, "ATTACH", Map.of("target", other.value()))).isEqualTo("It is done.");
        assertThat(witness.latestOf(other).text()).isEqualTo("It stopped again " + own);
        assertThat(letters("words", number.value())).isEmpty();
    }

    @Test
    void aClosedCaseIsTakenUpAgainForIt() {
        var number = cases.diagnosing();
        anUnheardMessage(number);
        var resolved = cases.resolved(cases.resolving(number));
        // By itself it would not close while something is unread.
        confirmResolution.confirm(resolved, CustomerAnswer.SOLVED, "portal");
        var closed = cases.closed(resolved);
        var letter = letter("words", number.value());
        assertThat(offers(letter)).contains("Reopen its case");
        assertThat(decide(letter, "REOPEN", Map.of("reason", "It was never read")))
                .isEqualTo("It is done.");
        assertThat(witness.statusOf(closed)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.latestOf(closed))
                .returns(Kind.REOPENED, entry -> entry.kind())
                .returns("It was never read", entry -> entry.text());
    }

    @Test
    void anAuditorLooksAndHasNothingToPress() {
        var number = aRefusedLetter();
        assertThat(page(DemoPerson.AUDITOR).select("article:contains(%s)".formatted(number.value())))
                .hasSize(1);
        assertThat(page(DemoPerson.AUDITOR).select("main form")).isEmpty();
    }

    @Test
    void whoSeesThePageSeesItAsItIsMeant() {
        for (var person : List.of(DemoPerson.MANAGER, DemoPerson.OPERATIONS, DemoPerson.AUDITOR)) {
            for (String style : page(person).select("link[rel=stylesheet]").eachAttr("href")) {
                assertThat(http.get().uri(style).with(LoggedIn.as(person)).exchange())
                        .as("%s for %s", style, person)
                        .hasStatusOk();
            }
        }
    }

    private CaseNumber aRefusedLetter() {
        mails.refuse(ADDRESS, "550 5.1.1 no such user");
        var number = cases.registered(ARequest.from("fabrikam.example", ADDRESS));
        acknowledgeRequest.acknowledge(number, null, null, CaseDesk.step("serviceTask_AcknowledgeRequest"));
        await().atMost(PATIENCE).until(() -> !letters("letters", number.value()).isEmpty());
        return number;
    }

    private Element anUnheardMessage(CaseNumber number) {
        assertThat(receiveMessage.receive(number, "It stopped again " + own, "portal", own))
                .isPresent();
        String sent = "FROM engine_message WHERE correlation_key LIKE ? AND sent_at IS NOT NULL";
        await().atMost(PATIENCE)
                .until(() -> database.sql("SELECT COUNT(*) " + sent)
                                .param(number + ":%")
                                .query(Long.class)
                                .single()
                        > 0);
        database.sql("UPDATE engine_message SET sent_at = sent_at - INTERVAL 1 DAY WHERE correlation_key LIKE ?")
                .param(number + ":%")
                .update();
        return letter("words", number.value());
    }

    private Element letter(String way, String text) {
        return letters(way, text).stream().findFirst().orElseThrow();
    }

    private List<Element> letters(String way, String text) {
        return page(DemoPerson.MANAGER).select("section[aria-labelledby=way-%s] article".formatted(way)).stream()
                .filter(article -> article.text().contains(text)
                        || article.select("input[name=letter]").attr("value").contains(text))
                .toList();
    }

    private static List<String> offers(Element letter) {
        return letter.select("button").eachText();
    }

    private String decide(Element letter, String action, Map<String, String> more) {
        var request = http.post()
                .uri("/operations/dead-letters")
                .param("crossing", letter.select("input[name=crossing]").attr("value"))
                .param("letter", letter.select("input[name=letter]").attr("value"))
                .param("action", action)
                .with(LoggedIn.as(DemoPerson.MANAGER))
                .with(csrf());
        more.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/operations/dead-letters");
        var flash = answer.getMvcResult().getFlashMap();
        return String.valueOf(flash.containsKey("done") ? flash.get("done") : flash.get("problem"));
    }

    private Document page(DemoPerson person) {
        var answer = http.get()
                .uri("/operations/dead-letters")
                .with(LoggedIn.as(person))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
