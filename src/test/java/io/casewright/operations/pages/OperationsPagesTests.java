package io.casewright.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.localstack.identity.DemoPerson;
import io.casewright.platform.engine.EngineFigures.Version;
import io.casewright.platform.engine.Incident;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.OperationsDesk;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasewrightTest
class OperationsPagesTests {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** Makes the causes of each test its own. */
    private final String own = UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    @Autowired
    MockMvcTester http;

    @Autowired
    OperationsDesk engine;

    @Autowired
    CaseDesk cases;

    @Autowired
    JdbcClient database;

    @AfterEach
    void nothingIsLeft() {
        engine.clear();
        database.sql("DELETE FROM scheduled_tasks WHERE task_instance LIKE ?")
                .param(own + "%")
                .update();
    }

    @Test
    void incidentsOfOneCauseAreOneGroupWithTheirCases() {
        var number = cases.diagnosing();
        long process = KEYS.incrementAndGet();
        database.sql("UPDATE support_case SET process_instance_key = ? WHERE number = ?")
                .params(process, number.value())
                .update();
        engine.add(failed(process, "CW-2026-000001", "The desk %s is closed since 17:00".formatted(own)));
        engine.add(
                failed(KEYS.incrementAndGet(), "CW-2026-999998", "The desk %s is closed since 18:00".formatted(own)));
        var group = page(DemoPerson.OPERATIONS).select(".group");
        assertThat(group).hasSize(1);
        assertThat(group.text())
                .contains("Register case", "Support case", "2 incidents", "A step failed and has no attempts left")
                .contains("is closed since", "Mend the cause and retry the incident")
                .doesNotContain("serviceTask_", "JOB_NO_RETRIES", "T12:00");
        assertThat(group.select(".places a").eachAttr("href"))
                .containsExactlyInAnyOrder("/cases/" + number.value(), "/cases/CW-2026-999998");
        assertThat(group.select("time").attr("datetime")).isEqualTo("2026-11-29T12:00:00Z");
        assertThat(group.select("form button").text()).isEqualTo("Retry all 2");
    }

    @Test
    void whatCustomersWroteIsNotShown() {
        engine.add(new Incident(
                KEYS.incrementAndGet(),
                "support-case",
                "gateway_X" + own,
                "EXTRACT_VALUE_ERROR",
                "Expected a number but found '<b>My password is hunter2</b>'",
                KEYS.incrementAndGet(),
                KEYS.incrementAndGet(),
                null,
                NOON));
        var page = page(DemoPerson.OPERATIONS);
        assertThat(page.text()).doesNotContain("hunter2").contains("Expected a number but found '…'");
        assertThat(page.select(".places").text()).startsWith("process ");
        assertThat(page.select("script:not([src]), [onclick], [style]")).isEmpty();
    }

    @Test
    void aGroupIsRetriedAndWhoDidItIsKept() {
        engine.add(failed(KEYS.incrementAndGet(), "CW-2026-999998", "The desk " + own + " is closed"));
        var answer = retry(onlyGroup());
        assertThat(answer).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/operations");
        assertThat(notice(answer)).startsWith("They are being retried, at most 200");
        await().until(() -> latest().text().contains("Done"));
        assertThat(latest().text()).contains("Register case", DemoPerson.OPERATIONS.fullName(), "1 of 1 went on");
        assertThat(page(DemoPerson.OPERATIONS).select(".group")).isEmpty();
    }

    @Test
    void whatFailsAgainIsSaidWithItsReason() {
        for (int i = 0; i < 8; i++) {
            engine.addFailing(
                    failed(KEYS.incrementAndGet(), "CW-2026-999998", "The desk " + own + " is closed"),
                    "The desk is still closed to ada@contoso.example");
        }
        retry(onlyGroup());
        await().until(() -> latest().text().contains("Stopped"));
        assertThat(latest().text())
                .contains("0 of 8 went on, 5 still failing, 3 not tried")
                .contains("Five in a row failed again for the same reason: The desk is still closed to [address]");
    }

    @Test
    void aSecondClickStartsNothing() {
        engine.add(failed(KEYS.incrementAndGet(), "CW-2026-999998", "The desk " + own + " is closed"));
        String cause = onlyGroup();
        engine.door().lock();
        try {
            retry(cause);
            assertThat(notice(retry(cause))).isEqualTo("They are being retried already; see below how it goes.");
            var page = page(DemoPerson.OPERATIONS);
            assertThat(page.select(".group form")).isEmpty();
            assertThat(page.select(".group").text()).contains("Being retried");
            assertThat(page.select("#commands").attr("data-running")).isEqualTo("yes");
        } finally {
            engine.door().unlock();
        }
        await().until(() -> latest().text().contains("Done"));
        assertThat(notice(retry(cause))).startsWith("Nothing was done: no incident");
    }

    @Test
    void aCommandWhoseProgramIsGoneDoesNotBlockTheNext() {
        engine.add(failed(KEYS.incrementAndGet(), "CW-2026-999998", "The desk " + own + " is closed"));
        String cause = onlyGroup();
        database.sql("""
                        INSERT INTO operations_command
                          (cause, process_id, element_id, person, person_name, started_at, wanted, state, beat_at)
                        VALUES (?, 'support-case', 'x', 'a', 'A', '2026-01-01', 9, 'RUNNING', '2026-01-01')""").param(cause).update();
        assertThat(latest().text()).contains("Broken off", "The application ended while it ran.");
        retry(cause);
        await().until(() -> latest().text().contains("Done"));
    }

    @Test
    void anAuditorLooksAndHasNothingToPress() {
        engine.add(failed(KEYS.incrementAndGet(), "CW-2026-999998", "The desk " + own + " is closed"));
        var page = page(DemoPerson.AUDITOR);
        assertThat(page.select(".group")).hasSize(1);
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void theWayThereIsInTheHeadOfThoseWhoseWorkItIs() {
        assertThat(page(DemoPerson.AUDITOR).select("header a[href=/operations]"))
                .hasSize(1);
        assertThat(read(get("/cases", DemoPerson.OPERATIONS)).select("header a[href=/operations]"))
                .hasSize(1);
        assertThat(read(get("/cases", DemoPerson.AGENT)).select("header a[href=/operations]"))
                .isEmpty();
    }

    /** One that only waits for its time is none that waits in vain. */
    @Test
    void theOutboxIsTold() {
        for (int i = 0; i < 3; i++) {
            database.sql("""
                            INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked,
                              version, priority, consecutive_failures, created_at)
                            VALUES ('engine-message', ?, ?, '2037-01-01', FALSE, 1, 50, ?, CURRENT_TIMESTAMP(6) - INTERVAL ? MINUTE)""")
                    .params(own + i, "{\"name\":\"casefile.somethingElse\"}".getBytes(), 3 * i, 30 * i)
                    .update();
        }
        var row = page(DemoPerson.OPERATIONS).select("section[aria-labelledby=outbox-title] tbody tr").stream()
                .filter(each -> each.text().contains("Something else"))
                .findFirst();
        assertThat(row)
                .hasValueSatisfying(told -> assertThat(told.select("th, td").eachText())
                        .containsExactly(
                                "Message to the engine: Something else",
                                "2",
                                "1 h 0 min",
                                "2, up to 6 times in a row"));
    }

    @Test
    void howManyDeadLettersWaitIsToldUntilSomebodySawToThem() {
        long before = deadLetters();
        database.sql("INSERT INTO desk_mail_aside (reason, mails, first_at, latest_at) VALUES"
                        + " ('UNPROVEN', 3, '2026-11-29 11:00:00', '2026-11-29 12:00:00')")
                .update();
        assertThat(deadLetters()).isEqualTo(before + 3);
        database.sql("DELETE FROM desk_mail_aside").update();
        assertThat(deadLetters()).isEqualTo(before);
    }

    private long deadLetters() {
        String told = page(DemoPerson.OPERATIONS)
                .select("section[aria-labelledby=dead-title]")
                .text()
                .replaceFirst("^Dead letters ", "");
        return switch (told.split(" ")[0]) {
            case "None:" -> 0;
            case "One" -> 1;
            default -> Long.parseLong(told.split(" ")[0]);
        };
    }

    @Test
    void versionsInUseAreToldAndTheNewestIsMarked() {
        engine.runs(new Version("support-case", "Support case", 3, true, 12));
        engine.runs(new Version("support-case", "Support case", 2, false, 5));
        var rows = page(DemoPerson.OPERATIONS).select("section[aria-labelledby=versions-title] tbody tr");
        assertThat(rows.eachText()).containsExactly("Support case 3 newest 12", "Support case 2 5");
    }

    @Test
    void theLagOfListenersIsMeasuredByTasks() {
        long known = KEYS.incrementAndGet();
        database.sql("""
                        INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,
                          element_instance_key, priority, state, shown, created_at)
                        VALUES ((SELECT MAX(id) FROM engine_generation), ?, 'p', 'e', 1, 1, 50, 'CANCELED', '{}', '2026-11-29 12:00:00.040')""").param(known).update();
        engine.made(known, NOON);
        engine.made(KEYS.incrementAndGet(), NOON);
        var figures = page(DemoPerson.OPERATIONS).select(".measured > div").eachText();
        assertThat(figures)
                .anyMatch(figure -> figure.startsWith("From engine to task list 40 ms, at most 40 ms")
                        && figure.endsWith("1 of the engine's latest tasks is not known here"))
                .anyMatch(figure -> figure.startsWith("A command 12 ms"))
                .anyMatch(figure -> figure.startsWith("Jobs not done yet 4"));
    }

    @Test
    void anEngineThatIsAwayIsSaidAndTheRestIsShown() {
        engine.isAway(true);
        var page = page(DemoPerson.OPERATIONS);
        assertThat(page.select("[role=alert]").text()).startsWith("The engine does not answer");
        assertThat(page.select("#outbox-title")).hasSize(1);
        assertThat(page.text()).contains("The engine does not tell them now.");
        assertThat(notice(retry("0123456789abcdef"))).startsWith("Nothing was done: the engine does not answer");
    }

    private String onlyGroup() {
        return page(DemoPerson.OPERATIONS).select(".group input[name=cause]").attr("value");
    }

    private Element latest() {
        return read(get("/operations/commands", DemoPerson.OPERATIONS)).selectFirst("tbody tr");
    }

    private Document page(DemoPerson person) {
        var answer = get("/operations", person);
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private MvcTestResult get(String address, DemoPerson person) {
        return http.get().uri(address).with(LoggedIn.as(person)).exchange();
    }

    private MvcTestResult retry(String cause) {
        return http.post()
                .uri("/operations/retries")
                .param("cause", cause)
                .with(LoggedIn.as(DemoPerson.OPERATIONS))
                .with(csrf())
                .exchange();
    }

    private static String notice(MvcTestResult answer) {
        return String.valueOf(answer.getMvcResult().getFlashMap().get("notice"));
    }

    private static Incident failed(long process, String caseNumber, String text) {
        return new Incident(
                KEYS.incrementAndGet(),
                "support-case",
                "serviceTask_RegisterCase",
                "JOB_NO_RETRIES",
                "casefile.registerCase failed (case: %s): IllegalStateException: %s. It is tried again by itself;"
                                .formatted(caseNumber, text)
                        + " when no attempts are left, mend the cause and retry the incident in Operate or at /operations.",
                process,
                KEYS.incrementAndGet(),
                KEYS.incrementAndGet(),
                NOON);
    }

    private static Document read(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
