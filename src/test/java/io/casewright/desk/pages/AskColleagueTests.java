package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.Messages;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One colleague is asked about a case at whatever step, and answers in its conversation. */
@DeskTest
class AskColleagueTests {

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final RequestPostProcessor ada = somebody("Ada");
    private final RequestPostProcessor bob = somebody("Bob");

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    Messages messages;

    @Autowired
    WithdrawCase withdrawCase;

    private CaseNumber number;

    @BeforeEach
    void bothAreAtTheDesk() {
        page("/desk?list=mine", ada);
        page("/desk?list=mine", bob);
        number = cases.diagnosing();
    }

    @Test
    void whoIsAskedSeesItAndAnswersOnce() {
        assertThat(write(ada, "colleague", "Which rule is it?", Map.of("colleague", "bob-" + own)))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page("/desk?list=mine", bob).select("#list-asked").text()).isEqualTo("Asked of you 1");
        assertThat(page("/desk?list=mine", ada).select("#list-asked")).isEmpty();
        assertThat(page("/desk/questions", bob).select("main").text())
                .contains(number.value(), "Contoso", "Ada " + own, "@Bob " + own + ": Which rule is it?");
        assertThat(conversation(ada).select("#asked-1").text()).isEqualTo("Ada %s asks Bob %s".formatted(own, own));

        var chosen = conversation(bob).select("input[name=to][checked]");
        assertThat(chosen.attr("value")).startsWith("answer-");
        assertThat(write(bob, chosen.attr("value"), "The one of May", Map.of())).hasStatus(HttpStatus.FOUND);
        write(bob, chosen.attr("value"), "The one of May", Map.of());
        write(bob, chosen.attr("value"), "Or of June", Map.of());

        assertThat(page("/desk?list=mine", bob).select("#list-asked")).isEmpty();
        assertThat(messages.of(number.value()))
                .filteredOn(message -> message.direction() != Direction.OUTBOUND)
                .extracting(CaseMessage::body)
                .containsExactly("@Bob " + own + ": Which rule is it?", "@Ada " + own + ": The one of May");
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        write(ada, "colleague", "Which rule is it?", Map.of("colleague", "bob-" + own));
        String question = conversation(bob).select("input[name=to][checked]").attr("value");
        assertThat(write(ada, question, "I know it myself", Map.of())
                        .getMvcResult()
                        .getFlashMap()
                        .get("done"))
                .isEqualTo("This question was answered before, or is not yours: nothing was written.");
        assertThat(messages.of(number.value()))
                .extracting(CaseMessage::body)
                .noneMatch(body -> body.contains("myself"));
    }

    @Test
    void whoDoesNotWorkOnCasesCannotBeAsked() {
        page("/desk?list=mine", LoggedIn.as(DemoPerson.AUDITOR));
        for (String nobody : new String[] {"", "auditor", "ada-" + own}) {
            var answer = write(ada, "colleague", "Which rule is it?", Map.of("colleague", nobody));
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            var page = read(answer);
            assertThat(page.select("#problem").text()).startsWith("Who is asked: nobody who works on cases");
            assertThat(page.select("textarea").text()).isEqualTo("Which rule is it?");
        }
        assertThat(messages.of(number.value()))
                .extracting(CaseMessage::body)
                .noneMatch(body -> body.contains("rule is it"));
    }

    @Test
    void aCaseThatEndedWaitsForNoAnswer() {
        write(ada, "colleague", "Which rule is it?", Map.of("colleague", "bob-" + own));
        withdrawCase.withdraw(number, null, "portal");
        assertThat(page("/desk/questions", bob).select("main").text()).contains("Nobody waits for an answer of yours.");
    }

    private MvcTestResult write(RequestPostProcessor who, String to, String text, Map<String, String> more) {
        var post = http.post()
                .uri("/desk/cases/{number}/conversation", number.value())
                .with(who)
                .with(csrf())
                .param("to", to)
                .param("text", text)
                .param("key", "one page");
        more.forEach(post::param);
        return post.exchange();
    }

    private Document conversation(RequestPostProcessor who) {
        return page("/desk/cases/" + number.value() + "/conversation", who);
    }

    private Document page(String address, RequestPostProcessor who) {
        var answer = http.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private static Document read(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestPostProcessor somebody(String name) {
        return LoggedIn.withClaims(Map.of(
                "preferred_username",
                name.toLowerCase(Locale.ROOT) + "-" + own,
                "name",
                name + " " + own,
                "roles",
                List.of("agent"),
                "queues",
                List.of("technical")));
    }
}
