package io.casewright.promise.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.promise.application.RecordBreach.Action;
import io.casewright.promise.application.RecordBreach.Answer;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.persistence.Breaches;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LateCases;
import io.casewright.testkit.RecordingEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A threshold that is passed is heard of: on the timeline, in figures, and by a person where one is needed. */
@CasewrightTest
class BreachesTests {

    @Autowired
    CaseDesk cases;

    @Autowired
    LateCases late;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordingEngine engine;

    @Autowired
    NotePassing notePassing;

    @Autowired
    RecordBreach recordBreach;

    @Autowired
    BreachesGoOn breachesGoOn;

    @Autowired
    Breaches breaches;

    @Autowired
    PromiseStore store;

    @Autowired
    PromiseEvents events;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void aMissedFirstResponseIsOnTheTimelineOnceAndAPersonLooksAfterIt() {
        double before = missed();
        var number = late.breached(cases.diagnosing());
        assertThat(missed()).isEqualTo(before + 1);
        assertThat(witness.timelineOf(number))
                .filteredOn(entry -> entry.kind() == Kind.PROMISE_MISSED)
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.text()).matches("First response was due at .* UTC and is missed\\."));
        assertThat(engine.ordered()).containsEntry(number, 97);
        assertThat(starts(number)).isEqualTo(1);
        notePassing.note(passed(number));
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.PROMISE_MISSED);
        assertThat(starts(number)).isEqualTo(1);
    }

    @Test
    void aFirstResponseThatComesLateEndsTheTask() {
        var number = late.breached(cases.diagnosing());
        cases.asked(number);
        assertThat(witness.toldAbout(number)).contains(PromiseMessages.SETTLED);
        assertThat(breaches.findOpen(late.breachOf(number))).isEmpty();
        assertThat(engine.ordered()).containsEntry(number, 90);
    }

    /** The clock of a rival jumped over the breach after a pause at 99 percent. */
    @Test
    void aPauseJustBeforeItLeadsToOneBreach() {
        var number = cases.diagnosing();
        var target = only(number).terms().target();
        late.promisedDaysAgo(number, 9);
        var started = only(number).startedAt();
        change(
                number,
                promise -> promise.pause(
                        started.plus(target.multipliedBy(99).dividedBy(100)),
                        new Hold("question", "customer", "Asked")));
        assertThat(starts(number)).isZero();
        change(number, promise -> promise.resume(started.plus(Duration.ofDays(1))));
        late.breached(number);
        assertThat(breachesOf(number)).isEqualTo(1);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.PROMISE_MISSED);
    }

    /** The application stopped after it had noted the breach and before the engine heard of it. */
    @Test
    void aProcessThatWasNeverBegunIsBegunAgainAndNoneForWhatIsSettled() {
        var number = late.breached(cases.diagnosing());
        String key = late.breachOf(number);
        assertThat(breachesGoOn.open()).contains(key);
        assertThat(starts(number)).isEqualTo(1);
        breachesGoOn.startAgain(key).orElseThrow().run();
        assertThat(starts(number)).isEqualTo(2);
        cases.asked(number);
        breachesGoOn.startAgain(key).orElseThrow().run();
        assertThat(starts(number)).isEqualTo(2);
        assertThat(breachesGoOn.open()).doesNotContain(key);
    }

    @Test
    void whatWasPassedInACaseThatEndedMeanwhileNeedsNobody() {
        var number = cases.diagnosing();
        late.promisedDaysAgo(number, 9);
        cases.asked(number);
        Awaitility.await()
                .untilAsserted(() -> assertThat(witness.happeningsOf(number)).contains(Kind.PROMISE_MISSED));
        assertThat(breachesOf(number)).isZero();
    }

    @Test
    void whatIsDoneIsOnTheTimelineOnce() {
        var number = late.breached(cases.diagnosing());
        var step = CaseDesk.step("serviceTask_RecordBreach");
        var answer = new Answer(Action.ACCEPT, null, "The customer is on holiday.");
        for (int i = 0; i < 2; i++) {
            recordBreach.record(number, late.breachOf(number), answer, "manager", step);
        }
        assertThat(witness.timelineOf(number))
                .filteredOn(entry -> entry.kind() == Kind.BREACH_ACCEPTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("The customer is on holiday."));
        assertThat(breaches.findOpen(late.breachOf(number))).isEmpty();
    }

    @Test
    void anAnswerSaysWhatItLacks() {
        assertThat(recordBreach.problemWith(new Answer(null, null, null))).contains("What is done now: choose one.");
        assertThat(recordBreach.problemWith(new Answer(Action.REASSIGN, null, "Now")))
                .contains("Who gets the open tasks: choose a person.");
        assertThat(recordBreach.problemWith(new Answer(Action.ACCEPT, null, null)))
                .contains("Reason: required when nothing more is done.");
        assertThat(recordBreach.problemWith(new Answer(Action.CALL_CUSTOMER, null, null)))
                .isEmpty();
    }

    @Test
    void aThresholdThatNoPromiseHasIsRefusedAtTheStart() {
        var settings = new BreachSettings(List.of(80), List.of(), List.of());
        assertThatThrownBy(() -> settings.requireAmong(List.of(50, 100)))
                .hasMessageContaining("casewright.promise.person.first-response says 80")
                .hasMessageContaining("write one of those");
    }

    private HearPassings.Passed passed(CaseNumber number) {
        return new HearPassings.Passed(
                number.value(), store.of(number).getFirst().id(), 100);
    }

    private PromiseClock only(CaseNumber number) {
        return PromiseClock.of(store.of(number).getFirst().state());
    }

    private void change(CaseNumber number, java.util.function.Consumer<PromiseClock> event) {
        transactions.executeWithoutResult(status -> {
            var kept = store.hold(number).getFirst();
            var promise = PromiseClock.of(kept.state());
            event.accept(promise);
            store.save(kept, promise);
            wakeUps.plan(kept, promise);
            events.changed(kept, promise);
        });
    }

    @Autowired
    WakeUps wakeUps;

    private long starts(CaseNumber number) {
        return witness.toldAbout(number).stream()
                .filter(PromiseMessages.BREACHED::equals)
                .count();
    }

    private int breachesOf(CaseNumber number) {
        return database.sql("SELECT COUNT(*) FROM promise_breach WHERE case_number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private double missed() {
        return meters.get("casewright.promises.passed")
                .tag("kind", "first_response")
                .tag("percent", "100")
                .counter()
                .count();
    }
}
