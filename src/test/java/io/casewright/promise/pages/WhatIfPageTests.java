package io.casewright.promise.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.calendar.CalendarVersions;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.plan.application.KeepPlans;
import io.casewright.plan.domain.PlanFields;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Terms;
import io.casewright.promise.domain.Thresholds;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a draft would have made of the promises of the last months, before anybody approves it. */
@DeskTest
class WhatIfPageTests {

    private static final Instant BEGUN = Instant.parse("2026-11-02T08:00:00Z");

    @Autowired
    MockMvcTester http;

    @Autowired
    PlanDesk plans;

    @Autowired
    KeepPlans keepPlans;

    @Autowired
    CaseDesk cases;

    @Autowired
    PromiseStore promises;

    @Autowired
    CalendarVersions calendars;

    @Autowired
    JdbcClient database;

    private long plan;
    private CaseNumber number;

    @BeforeEach
    void aCustomerUnderAPlan() {
        plan = plans.plan(PlanText.right());
        String domain = plans.customerUnder(plan, "en");
        number = cases.received(ARequest.from(domain, "it@" + domain));
        database.sql("DELETE FROM promise_terms WHERE promise_id IN (SELECT id FROM promise WHERE case_number = ?)")
                .param(number.value())
                .update();
        database.sql("DELETE FROM promise WHERE case_number = ?")
                .param(number.value())
                .update();
    }

    @Test
    void aStricterTargetBreachesWhatWasKept() {
        firstResponse(clock -> clock.stop(after(90)));
        draft(PlanText.right().with("targets.moderate.firstResponse", "1 h"));
        var page = read(ask("3"));
        assertThat(page.select(".count").text())
                .isEqualTo("1 cases with 1 promises: 0 were breached, 1 would have been.");
        assertThat(page.select("tbody td").eachText()).containsExactly("1", "0", "1", "1", "0");
        assertThat(page.select("details li").text()).isEqualTo(number + " First response: would be breached");
    }

    @Test
    void aLongerTargetKeepsWhatWasBreachedAndTimeThatWasHeldStaysHeld() {
        firstResponse(clock -> {
            clock.pause(after(30), new Hold("question-1", "customer", "Asked"));
            clock.resume(after(600));
            // Two and a half hours of service time after it began.
            clock.stop(after(720));
        });
        draft(PlanText.right().with("targets.moderate.firstResponse", "3 h"));
        assertThat(read(ask("3")).select("tbody td").eachText()).containsExactly("1", "1", "0", "0", "1");
        draftAgain(PlanText.right().with("targets.moderate.firstResponse", "2 h"));
        assertThat(read(ask("3")).select("tbody td").eachText()).containsExactly("1", "1", "1", "0", "0");
    }

    @Test
    void otherHoursCountOtherTime() {
        firstResponse(clock -> clock.stop(after(90)));
        // At nine in Berlin they were open before, now only from noon on.
        draft(PlanText.right()
                .with("calendar.hours", "mon-fri 12:00-17:00")
                .with("targets.moderate.firstResponse", "1 h"));
        assertThat(read(ask("3")).select("tbody td").eachText()).containsExactly("1", "0", "0", "0", "0");
    }

    @Test
    void hoursAtTheSiteCountTheTimeThere() {
        firstResponse(clock -> clock.stop(after(90)));
        database.sql(
                        "INSERT INTO customer_site (customer_id, name, zone, closed_days, main)"
                                + " SELECT customer_id, 'New York', 'America/New_York', '', TRUE FROM support_case WHERE number = ?")
                .param(number.value())
                .update();
        database.sql("UPDATE case_plan SET site_id = (SELECT MAX(id) FROM customer_site) WHERE case_number = ?")
                .param(number.value())
                .update();
        var nineToFive = PlanText.right()
                .with("calendar.hours", "mon-sun 09:00-17:00")
                .with("calendar.country", "")
                .with("targets.moderate.firstResponse", "1 h");
        draft(nineToFive);
        assertThat(read(ask("3")).select("tbody td").eachText()).containsExactly("1", "0", "1", "1", "0");
        // When it is morning in Berlin they sleep in New York.
        draftAgain(nineToFive.with("hoursAt", "SITE"));
        assertThat(read(ask("3")).select("tbody td").eachText()).containsExactly("1", "0", "0", "0", "0");
    }

    @Test
    void aDraftWithFaultsIsToldThemAndMonthsMustBeANumber() {
        draft(PlanText.right().with("charging.price", "-5"));
        assertThat(read(ask("3")).select(".fault").text()).contains("Price must not be negative");
        var answer = ask("a few");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(answer).select("#problem").text()).startsWith("Months: ");
        assertThat(get("/desk/plans/987654321/what-if")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private void firstResponse(Consumer<PromiseClock> course) {
        var terms = new Terms(
                BEGUN,
                "Plus",
                "MODERATE",
                CalendarVersions.ALWAYS,
                calendars.named(CalendarVersions.ALWAYS),
                Duration.ofHours(2));
        var clock = PromiseClock.start(PromiseKind.FIRST_RESPONSE, new Thresholds(List.of(50, 100)), terms);
        course.accept(clock);
        promises.add(number, clock);
    }

    private static Instant after(int minutes) {
        return BEGUN.plus(Duration.ofMinutes(minutes));
    }

    private void draft(PlanFields fields) {
        keepPlans.keep(plan, 0, always(fields), "owner");
    }

    private void draftAgain(PlanFields fields) {
        keepPlans.keep(plan, 1, always(fields), "owner");
    }

    /** Around the clock, unless the test says otherwise. */
    private static PlanFields always(PlanFields fields) {
        return fields.of("calendar.hours").equals(PlanText.right().of("calendar.hours"))
                ? fields.with("calendar.hours", "mon-sun 00:00-24:00").with("calendar.country", "")
                : fields;
    }

    private MvcTestResult ask(String months) {
        return get("/desk/plans/%d/what-if?months=%s".formatted(plan, months));
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).with(LoggedIn.as(DemoPerson.OWNER)).exchange();
    }

    private static Document read(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
