package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.casewright.casefile.domain.Queue;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.openinghours.domain.Whose;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.HoursDesk;
import io.casewright.testkit.LateCases;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What would be missed next, who has how much to do, and who is on call. */
@DeskTest
class PromisesPagesTests {

    private static final DemoPerson MANAGER = DemoPerson.of("manager").orElseThrow();

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    LateCases late;

    @Autowired
    HoursDesk hours;

    @Test
    void whatIsMissedComesFirstWithWhoWorksOnIt() throws Exception {
        var number = late.breached(cases.diagnosing());
        String login = "ada-" + UUID.randomUUID().toString().substring(0, 8);
        tasks.open(Waiting.diagnosisOf(number).of(login));
        var page = page("/desk/promises", MANAGER);
        var line = page.select("table.desk tbody tr:contains(" + number + ")");
        assertThat(line.text()).contains("First response", login);
        assertThat(line.select(".is-late")).hasSize(1);
        assertThat(page.select("table.cases:not(.desk) tr:contains(" + login + ")")
                        .text())
                .contains("1");
    }

    @Test
    void aDutyManagerHandsOverWhatAnAbsentPersonHasAndIsToldWhatStays() throws Exception {
        String login = "absent-" + UUID.randomUUID().toString().substring(0, 8);
        long one = tasks.open(Waiting.diagnosisOf(cases.diagnosing()).of(login));
        long other =
                tasks.open(Waiting.diagnosisOf(cases.diagnosing()).in("billing").of(login));
        handOver(login, "", DemoPerson.of("agent").orElseThrow());
        assertThat(tasks.rowOf(one)).containsEntry("assignee", login);
        handOver(login, "nobody-of-ours", MANAGER);
        assertThat(tasks.rowOf(one)).containsEntry("assignee", login);
        handOver(login, "", MANAGER);
        assertThat(tasks.rowOf(one)).containsEntry("assignee", null);
        assertThat(tasks.rowOf(other)).containsEntry("assignee", null);
    }

    @Test
    void whoeverIsPlannedIsShownAndOnlyADutyManagerPlans() throws Exception {
        post("/desk/on-call/address", Map.of("address", "manager@partner.example"), MANAGER);
        var shift = Map.of(
                "queue", "billing", "login", "manager", "begins", "2039-01-02T18:00", "ends", "2039-01-03T08:00");
        post("/desk/on-call/shifts", shift, DemoPerson.of("agent").orElseThrow());
        assertThat(page("/desk/on-call", MANAGER).select(".shifts li:contains(2 Jan 2039)"))
                .isEmpty();
        post("/desk/on-call/shifts", shift, MANAGER);
        var planned = page("/desk/on-call", MANAGER);
        assertThat(planned.select(".shifts li:contains(2 Jan 2039, 18:00)")).hasSize(1);
        assertThat(planned.select("p.late").text()).contains("Nobody is on call from");
        String id = planned.select(".shifts li:contains(2 Jan 2039) input[name=shift]")
                .attr("value");
        post("/desk/on-call/removal", Map.of("shift", id), MANAGER);
        assertThat(page("/desk/on-call", MANAGER).select(".shifts li:contains(2 Jan 2039)"))
                .isEmpty();
    }

    @Test
    void thePageSaysThatOnlyTimeOutsideOfTheHoursIsAGap() throws Exception {
        post("/desk/on-call/address", Map.of("address", "manager@partner.example"), MANAGER);
        post(
                "/desk/on-call/shifts",
                Map.of(
                        "queue",
                        "billing",
                        "login",
                        "manager",
                        "begins",
                        "2039-02-02T18:00",
                        "ends",
                        "2039-02-03T08:00"),
                MANAGER);
        hours.kept(Whose.of(Queue.BILLING), Instant.now(), "mon-sun 00:00-24:00");
        try {
            var queue = page("/desk/on-call", MANAGER).select("section:has(> .shifts li:contains(2 Feb 2039))");
            assertThat(queue.select("p.meta").text())
                    .contains("Hours of the queue: Every day, round the clock (UTC).", "only outside of them");
            assertThat(queue.select("p.late")).isEmpty();
            String shift = queue.select(".shifts li:contains(2 Feb 2039) input[name=shift]")
                    .attr("value");
            post("/desk/on-call/removal", Map.of("shift", shift), MANAGER);
        } finally {
            hours.forget();
        }
    }

    private void handOver(String login, String to, DemoPerson by) {
        post("/desk/promises/absence", Map.of("login", login, "to", to), by);
    }

    private void post(String address, Map<String, String> parameters, DemoPerson by) {
        var request = http.post().uri(address).with(LoggedIn.as(by)).with(csrf());
        parameters.forEach(request::param);
        assertThat(request.exchange()).hasStatus(HttpStatus.FOUND);
    }

    private Document page(String address, DemoPerson by) throws IOException {
        var answer = http.get().uri(address).with(LoggedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
