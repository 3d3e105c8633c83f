package io.casewright.promise.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.casewright.casefile.application.AcknowledgeRequest;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.CaseReopened;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.knownissue.application.EndKnownIssue;
import io.casewright.message.CaseMessage;
import io.casewright.message.MessageKept;
import io.casewright.message.MessageKind;
import io.casewright.plan.application.Plans;
import io.casewright.promise.application.ReadPromises.Told;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseClock.Outcome;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Segment;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The clocks of a case run with it, in the same transactions. */
@CasewrightTest
class KeepPromisesTests {

    private static final PromiseSettings SOLVED_IN_TIME = new PromiseSettings(
            List.of(50, 75, 90, 100, 120),
            new PromiseSettings.Resolution(Duration.ofHours(8), Duration.ofHours(24), Duration.ofHours(72)),
            new PromiseSettings.Resolution(Duration.ofHours(2), Duration.ofHours(8), Duration.ofHours(24)));

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    ReadPromises readPromises;

    @Autowired
    PromiseStore store;

    @Autowired
    Plans plans;

    @Autowired
    WakeUps wakeUps;

    @Autowired
    PromiseEvents promiseEvents;

    @Autowired
    OpenEarlierPromises earlier;

    @Autowired
    AcknowledgeRequest acknowledgeRequest;

    @Autowired
    AskCustomer askCustomer;

    @Autowired
    EndKnownIssue endKnownIssue;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void aRequestIsPromisedAFirstResponseFromTheMomentItIsReceived() {
        var number = cases.received();
        var told = only(number);
        assertThat(told.clock().kind()).isEqualTo(PromiseKind.FIRST_RESPONSE);
        assertThat(told.clock().startedAt()).isEqualTo(witness.caseOf(number).receivedAt());
        assertThat(told.clock().due())
                .contains(witness.caseOf(number)
                        .receivedAt()
                        .plus(told.clock().terms().target()));
        assertThat(readPromises.nextDue(number)).isEqualTo(told.clock().due());
        assertWakesInTime(told);
    }

    @Test
    void anAcknowledgementIsNoResponseAndTheFirstLetterIs() {
        var number = cases.diagnosing();
        acknowledgeRequest.acknowledge(number, null, null, CaseDesk.step("serviceTask_AcknowledgeRequest"));
        assertThat(only(number).clock().outcome()).isEqualTo(Outcome.OPEN);
        cases.asked(number);
        var told = only(number);
        assertThat(told.clock().outcome()).isEqualTo(Outcome.KEPT);
        assertThat(readPromises.nextDue(number)).isEmpty();
        assertThat(wakeUpsOf(told)).isEmpty();
    }

    @Test
    void anotherSeverityMeasuresItAnewAndPlansAnotherWakeUp() {
        var number = cases.diagnosing();
        var before = only(number);
        replanCase.reassess(number, Severity.MINIMAL, "agent");
        var after = only(number);
        assertThat(after.clock().terms().severity()).isEqualTo("MINIMAL");
        assertThat(after.clock().terms().target())
                .isGreaterThan(before.clock().terms().target());
        assertThat(after.clock().due())
                .contains(after.clock().startedAt().plus(after.clock().terms().target()));
        assertWakesInTime(after);
    }

    @Test
    void aCaseThatIsWithdrawnIsPromisedNothingMore() {
        var number = cases.diagnosing();
        withdrawCase.withdraw(number, null, "portal");
        var told = only(number);
        assertThat(told.clock().outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(wakeUpsOf(told)).isEmpty();
    }

    @Test
    void aSolutionStandsStillWhileTheCustomerIsAsked() {
        var number = promisedASolution(cases.diagnosing());
        cases.asked(number);
        assertThat(solutionOf(number).clock().hold()).map(Hold::by).contains("customer");
        assertThat(solutionOf(number).clock().due()).isEmpty();
        askCustomer.takeReply(number, CaseDesk.step("receiveTask_Reply"));
        var told = solutionOf(number);
        assertThat(told.clock().hold()).isEmpty();
        assertThat(states(told)).containsExactly(Segment.State.WORKING, Segment.State.PAUSED, Segment.State.WORKING);
        var paused = told.clock().explain(told.at()).get(1).length();
        assertThat(told.clock().due())
                .contains(told.clock()
                        .startedAt()
                        .plus(paused)
                        .plus(told.clock().terms().target()));
        assertWakesInTime(told);
    }

    @Test
    void aSolutionIsKeptWhenItsCaseClosesAndTheTimeTheCustomerConfirmedInDoesNotCount() {
        var number = promisedASolution(cases.resolving());
        cases.resolved(number);
        assertThat(solutionOf(number).clock().hold())
                .map(Hold::why)
                .contains("Solved; the customer is asked to confirm");
        cases.closed(number);
        var told = solutionOf(number);
        assertThat(told.clock().outcome()).isEqualTo(Outcome.KEPT);
        assertThat(states(told)).containsExactly(Segment.State.WORKING, Segment.State.PAUSED);
    }

    @Test
    void aWrongLinkToAKnownIssueGivesTheHeldTimeBack() {
        var number = promisedASolution(cases.diagnosing());
        cases.waitingFor("EX900001", number);
        assertThat(solutionOf(number).clock().hold()).map(Hold::by).contains("Microsoft");
        endKnownIssue.takeBack(number, "EX900001", CaseDesk.step("serviceTask_UnlinkKnownIssue"));
        var told = solutionOf(number);
        assertThat(told.clock().hold()).isEmpty();
        assertThat(states(told)).doesNotContain(Segment.State.PAUSED);
        assertThat(told.clock().due())
                .contains(told.clock().startedAt().plus(told.clock().terms().target()));
    }

    @Test
    void aThresholdIsPassedAtItsInstantOnceHoweverLateTheWakeUpComes() {
        var number = cases.diagnosing();
        var told = receivedDaysAgo(number, 2);
        var due = told.clock().startedAt().plus(told.clock().terms().target());
        var wakeUp = new WakeUps.WakeUp(told.id(), told.clock().generation());
        wakeUps.wake(wakeUp);
        assertThat(only(number).clock().passings()).extracting(Passing::percent).containsExactly(50, 75, 90, 100, 120);
        assertThat(only(number).clock().passings())
                .filteredOn(Passing::isBreach)
                .extracting(Passing::at)
                .containsExactly(due);
        wakeUps.wake(wakeUp);
        assertThat(only(number).clock().passings()).hasSize(5);
    }

    @Test
    void theRowOfAClockWakesIt() {
        var number = cases.diagnosing();
        var told = receivedDaysAgo(number, 2);
        database.sql("UPDATE scheduled_tasks SET execution_time = UTC_TIMESTAMP(6) WHERE task_name = 'promise-wake-up'"
                        + " AND task_instance LIKE ?")
                .param("promise-" + told.id() + ":%")
                .update();
        scheduler.triggerCheckForDueExecutions();
        Awaitility.await()
                .untilAsserted(() -> assertThat(only(number).clock().outcome()).isEqualTo(Outcome.BREACHED));
        Awaitility.await().untilAsserted(() -> assertThat(wakeUpsOf(told)).isEmpty());
    }

    /** A letter must not fail because the clock it stops is woken at the same moment. */
    @Test
    void aClockCanBeStoppedWhileItIsJustBeingWoken() {
        var number = cases.diagnosing();
        var told = only(number);
        database.sql(
                        "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'another', last_heartbeat = UTC_TIMESTAMP(6)"
                                + " WHERE task_name = 'promise-wake-up' AND task_instance LIKE ?")
                .param("promise-" + told.id() + ":%")
                .update();
        cases.asked(number);
        assertThat(only(number).clock().outcome()).isEqualTo(Outcome.KEPT);
        wakeUps.wake(new WakeUps.WakeUp(told.id(), told.clock().generation()));
        assertThat(only(number).clock().passings()).isEmpty();
    }

    @Test
    void eachWordToTheCustomerKeepsTheLastUpdateAndPromisesTheNext() {
        var number = cases.diagnosing();
        assertThat(updatesOf(number)).isEmpty();
        writes(number, MessageKind.UPDATE);
        assertThat(updatesOf(number)).extracting(Outcomes::of).containsExactly(Outcome.OPEN);
        writes(number, MessageKind.QUESTION);
        assertThat(updatesOf(number)).extracting(Outcomes::of).containsExactly(Outcome.KEPT, Outcome.OPEN);
        var next = updatesOf(number).getLast().clock();
        assertThat(next.due()).contains(next.startedAt().plus(next.terms().target()));
    }

    @Test
    void anAcknowledgementAndTheLastLetterPromiseNoUpdate() {
        var number = cases.diagnosing();
        writes(number, MessageKind.ACKNOWLEDGEMENT);
        writes(number, MessageKind.CLOSING);
        assertThat(updatesOf(number)).isEmpty();
    }

    @Test
    void anUpdateStandsStillWhileTheCustomerIsAskedButNotWhileAnIssueIsWaitedFor() {
        var asked = cases.diagnosing();
        cases.asked(asked);
        writes(asked, MessageKind.QUESTION);
        assertThat(updatesOf(asked).getLast().clock().hold()).map(Hold::by).contains("customer");
        var linked = cases.diagnosing();
        writes(linked, MessageKind.UPDATE);
        cases.waitingFor("EX900001", linked);
        assertThat(updatesOf(linked).getLast().clock().hold()).isEmpty();
    }

    @Test
    void aReopenedCaseIsToBeSolvedAndToldOfAnew() {
        var number = promisedASolution(cases.resolving());
        cases.closed(cases.resolved(number));
        assertThat(readPromises.of(number))
                .allMatch(told -> told.clock().endedAt().isPresent());
        transactions.executeWithoutResult(status -> generous().reopened(new CaseReopened(witness.caseOf(number))));
        assertThat(readPromises.of(number))
                .filteredOn(told -> told.clock().endedAt().isEmpty())
                .extracting(told -> told.clock().kind())
                .containsExactlyInAnyOrder(PromiseKind.NEXT_UPDATE, PromiseKind.RESOLUTION);
    }

    private static final class Outcomes {

        static Outcome of(Told told) {
            return told.clock().outcome();
        }
    }

    private List<Told> updatesOf(CaseNumber number) {
        return readPromises.of(number).stream()
                .filter(told -> told.clock().kind() == PromiseKind.NEXT_UPDATE)
                .toList();
    }

    private void writes(CaseNumber number, MessageKind kind) {
        var message = mock(CaseMessage.class);
        when(message.isResponse()).thenReturn(kind != MessageKind.ACKNOWLEDGEMENT);
        when(message.kind()).thenReturn(kind);
        when(message.caseNumber()).thenReturn(number.value());
        when(message.createdAt()).thenReturn(clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.executeWithoutResult(status -> generous().kept(new MessageKept(message)));
    }

    @Test
    void whatIsKeptIsReadBackAsItWas() {
        var number = cases.diagnosing();
        var before = only(number).clock();
        var at = clock.instant();
        var kept = transactions.execute(status -> {
            var held = store.hold(number).getFirst();
            var promise = PromiseClock.of(held.state());
            promise.pause(at.plusSeconds(60), new Hold("one", "customer", "One"));
            promise.pause(at.plusSeconds(120), new Hold("two", "Microsoft", "Two"));
            promise.resume(at.plusSeconds(180));
            promise.takeBack(at.plusSeconds(200), "one");
            promise.pause(at.plusSeconds(240), new Hold("three", "customer", "Three"));
            store.save(held, promise);
            return promise.state();
        });
        assertThat(before.state()).isNotEqualTo(kept);
        assertThat(store.of(number)).extracting(PromiseStore.Kept::state).containsExactly(kept);
    }

    @Test
    void whoBeganToReadBeforeItChangedHoldsItAsItIs() {
        var number = cases.diagnosing();
        transactions.executeWithoutResult(status -> {
            assertThat(store.of(number)).hasSize(1);
            var paused = CompletableFuture.supplyAsync(() -> transactions.execute(other -> {
                var held = store.hold(number).getFirst();
                var promise = PromiseClock.of(held.state());
                promise.pause(clock.instant().plusSeconds(60), new Hold("one", "customer", "One"));
                store.save(held, promise);
                return promise.state();
            }));
            assertThat(paused.join()).isEqualTo(store.hold(number).getFirst().state());
        });
    }

    @Test
    void casesFromBeforeThereWereClocksGetTheirs() {
        var number = cases.diagnosing();
        forget(number);
        assertThat(readPromises.of(number)).isEmpty();
        assertThat(earlier.openAll()).isPositive();
        assertThat(only(number).clock().startedAt())
                .isEqualTo(witness.caseOf(number).receivedAt());
        assertThat(only(number).clock().terms().severity()).isEqualTo("CRITICAL");
        assertThat(earlier.openAll()).isZero();
    }

    private Told only(CaseNumber number) {
        var promises = readPromises.of(number);
        assertThat(promises).hasSize(1);
        return promises.getFirst();
    }

    private Told solutionOf(CaseNumber number) {
        return readPromises.of(number).stream()
                .filter(told -> told.clock().kind() == PromiseKind.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    private static List<Segment.State> states(Told told) {
        return told.clock().explain(told.at()).stream().map(Segment::state).toList();
    }

    private CaseNumber promisedASolution(CaseNumber number) {
        forget(number);
        transactions.executeWithoutResult(status -> generous().open(store.situationOf(number)));
        return number;
    }

    /** As the application would keep promises, were a solution and updates promised. */
    private KeepPromises generous() {
        return new KeepPromises(store, new PromisedTerms(SOLVED_IN_TIME, plans), wakeUps, promiseEvents, clock);
    }

    private Told receivedDaysAgo(CaseNumber number, int days) {
        for (var column : List.of("promise_terms since", "promise_segment began_at", "promise_segment ended_at")) {
            var names = column.split(" ");
            database.sql(
                            "UPDATE %1$s t JOIN promise p ON p.id = t.promise_id SET t.%2$s = t.%2$s - INTERVAL %3$d DAY WHERE p.case_number = ?"
                                    .formatted(names[0], names[1], days))
                    .param(number.value())
                    .update();
        }
        return only(number);
    }

    private void forget(CaseNumber number) {
        for (var table : List.of("promise_terms", "promise_segment", "promise_passing")) {
            database.sql("DELETE t FROM " + table + " t JOIN promise p ON p.id = t.promise_id WHERE p.case_number = ?")
                    .param(number.value())
                    .update();
        }
        database.sql("DELETE FROM promise WHERE case_number = ?")
                .param(number.value())
                .update();
    }

    /** Never before its threshold, and hardly after it. */
    private void assertWakesInTime(Told told) {
        var next = told.clock().nextWake().orElseThrow();
        assertThat(wakeUpsOf(told))
                .singleElement(InstanceOfAssertFactories.INSTANT)
                .isBetween(next, next.plusSeconds(2));
    }

    private List<Instant> wakeUpsOf(Told told) {
        return database.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = 'promise-wake-up'"
                        + " AND task_instance LIKE ?")
                .param("promise-" + told.id() + ":%")
                .query((row, i) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .list();
    }
}
