package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.platform.time.PartnerDays;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People book the time they spent on a case, and correct it without changing what was booked. */
@DeskTest
class TimePagesTests {

    private final String ada = "ada-" + UUID.randomUUID().toString().substring(0, 8);
    private final RequestPostProcessor asAda = somebody(ada);

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    PartnerDays days;

    private CaseNumber number;
    private String today;

    @BeforeEach
    void aCase() {
        number = cases.diagnosing();
        today = days.today().toString();
    }

    @Test
    void whatATaskTookIsProposedAndBookedOnce() {
        long task = tasks.open(Waiting.diagnosisOf(number).of(ada));
        tasks.done(task, ada, Duration.ofMinutes(44).plusSeconds(30));
        var page = page(asAda);
        assertThat(page.select("#task-" + task).text()).isEqualTo("Diagnose case");
        assertThat(page.select("#minutes-" + task).val()).isEqualTo("45");

        var booked = Map.of("task", "" + task, "day", today, "minutes", "50", "words", "Diagnose case");
        assertThat(book(asAda, "one page", booked)).isEqualTo("The time is booked.");
        assertThat(book(asAda, "one page", booked)).isEqualTo("This was booked before: nothing was added.");
        assertThat(book(asAda, "another page", booked)).isEqualTo("This was booked before: nothing was added.");
        page = page(asAda);
        assertThat(page.select("#task-" + task)).isEmpty();
        assertThat(page.select("#booked-title").text()).isEqualTo("Booked: 50 min");
    }

    @Test
    void aTaskHeldOverNightProposesNoMinutes() {
        long task = tasks.open(Waiting.diagnosisOf(number).of(ada));
        tasks.done(task, ada, Duration.ofHours(14));
        var page = page(asAda);
        assertThat(page.select("#minutes-" + task).val()).isEmpty();
        assertThat(page.select("main").text()).contains("too long to be work alone");
    }

    @Test
    void nobodyBooksWhatSomebodyElseDid() {
        long task = tasks.open(Waiting.diagnosisOf(number).of("bob"));
        tasks.done(task, "bob", Duration.ofMinutes(10));
        assertThat(page(asAda).select("#task-" + task)).isEmpty();
        book(asAda, "one page", Map.of("task", "" + task, "day", today, "minutes", "10", "words", "Mine"));
        assertThat(page(asAda).select("main").text()).contains("Nothing is booked.");
    }

    @Test
    void whatIsWrongIsTakenBackAndBookedAnew() {
        book(asAda, "one page", Map.of("day", today, "minutes", "200", "words", "Called the customer"));
        String entry = page(asAda).select("ul.spent li").attr("id").replace("entry-", "");
        var correction = Map.of("minutes", "20", "words", "A zero too many");
        assertThat(correct(asAda, entry, correction)).isEqualTo("The time is corrected.");
        assertThat(correct(asAda, entry, correction)).isEqualTo("This was corrected before: nothing was changed.");

        var page = page(asAda);
        assertThat(page.select("ul.spent li p:first-child").eachText())
                .containsExactly(
                        "3 h 20 min Called the customer", "−3 h 20 min A zero too many", "20 min Called the customer");
        assertThat(page.select("#booked-title").text()).isEqualTo("Booked: 20 min");
        assertThat(page.select("ul.spent details")).hasSize(1);
        assertThat(http.get()
                        .uri("/api/v1/cases/{number}/time-entries", number.value())
                        .with(httpBasic("demo", "demo"))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].minutes")
                .asArray()
                .containsExactly(200, -200, 20);
    }

    @Test
    void twoCorrectionsAtOnceAreOne() throws Exception {
        book(asAda, "one page", Map.of("day", today, "minutes", "60", "words", "Called the customer"));
        String entry = page(asAda).select("ul.spent li").attr("id").replace("entry-", "");
        try (var people = Executors.newFixedThreadPool(4)) {
            people.invokeAll(Stream.of("10", "20", "30", "40")
                    .<Callable<String>>map(
                            minutes -> () -> correct(asAda, entry, Map.of("minutes", minutes, "words", "Not so much")))
                    .toList());
        }
        assertThat(page(asAda).select("ul.spent li")).hasSize(3);
    }

    @Test
    void othersCorrectOnlyAsDutyManagers() {
        book(asAda, "one page", Map.of("day", today, "minutes", "60", "words", "Called the customer"));
        String entry = page(asAda).select("ul.spent li").attr("id").replace("entry-", "");
        var bob = somebody("bob");
        assertThat(page(bob).select("ul.spent details")).isEmpty();
        send(bob, "/" + entry + "/correction", Map.of("minutes", "0", "words", "Out", "key", "p"));
        assertThat(page(asAda).select("ul.spent li")).hasSize(1);
        var manager = LoggedIn.as(DemoPerson.MANAGER);
        assertThat(correct(manager, entry, Map.of("minutes", "0", "words", "Of another case")))
                .isEqualTo("The time is corrected.");
        assertThat(page(asAda).select("#booked-title").text()).isEqualTo("Booked: 0 min");
    }

    @Test
    void whatIsSentTwiceIsBookedOnce() {
        var call = Map.of("day", today, "minutes", "15", "words", "Called the customer");
        assertThat(book(asAda, "one page", call)).isEqualTo("The time is booked.");
        assertThat(book(asAda, "one page", call)).isEqualTo("This was booked before: nothing was added.");
        assertThat(page(asAda).select("#booked-title").text()).isEqualTo("Booked: 15 min");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        var answer = send(
                asAda, "", Map.of("day", today, "minutes", "half an hour", "words", "Called <b>Ida</b>", "key", "p"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        var page = read(answer);
        assertThat(page.select("#problem").text())
                .isEqualTo("Minutes: must be a whole number from 1 to 1440, such as 12.");
        assertThat(page.select("#minutes").val()).isEqualTo("half an hour");
        assertThat(page.select("#words").val()).isEqualTo("Called <b>Ida</b>");
    }

    @Test
    void aDayHasTwentyFourHours() {
        book(asAda, "one page", Map.of("day", today, "minutes", "1440", "words", "All day"));
        var answer = send(asAda, "", Map.of("day", today, "minutes", "1", "words", "And more", "key", "p"));
        assertThat(read(answer).select("#problem").text())
                .isEqualTo(
                        "Minutes: with the 1440 that are booked for it, %s has more than 24 hours.".formatted(today));
    }

    @Test
    void aCaseThatIsNotThereIsSaidOnAPage() {
        var answer = http.get()
                .uri("/desk/cases/CW-2020-999999/time")
                .with(asAda)
                .accept("text/html")
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(read(answer).select("h1").text()).isEqualTo("No such case");
        var conversation = http.get()
                .uri("/desk/cases/CW-2020-999999/conversation")
                .with(asAda)
                .accept("text/html")
                .exchange();
        assertThat(read(conversation).select("h1").text()).isEqualTo("No such case");
    }

    private String book(RequestPostProcessor who, String key, Map<String, String> typed) {
        return said(send(who, "", with(typed, key)));
    }

    private String correct(RequestPostProcessor who, String entry, Map<String, String> typed) {
        return said(send(who, "/" + entry + "/correction", with(typed, "one page")));
    }

    private static Map<String, String> with(Map<String, String> typed, String key) {
        var all = new HashMap<>(typed);
        all.put("key", key);
        return all;
    }

    private static String said(MvcTestResult answer) {
        return String.valueOf(answer.getMvcResult().getFlashMap().get("done"));
    }

    private MvcTestResult send(RequestPostProcessor who, String where, Map<String, String> typed) {
        var post = http.post()
                .uri("/desk/cases/" + number.value() + "/time" + where)
                .with(who)
                .with(csrf());
        typed.forEach(post::param);
        return post.exchange();
    }

    private Document page(RequestPostProcessor who) {
        var answer = http.get()
                .uri("/desk/cases/" + number.value() + "/time")
                .with(who)
                .exchange();
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

    private static RequestPostProcessor somebody(String login) {
        return LoggedIn.withClaims(Map.of(
                "preferred_username", login, "name", login, "roles", List.of("agent"), "queues", List.of("technical")));
    }
}
