package io.casewright.promise.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.promise.domain.PromiseClock.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromiseClockTests {

    private static final Thresholds USUAL = new Thresholds(List.of(50, 75, 90, 100, 120));
    private static final ServiceCalendar OFFICE = calendar("mon-fri 09:00-17:00");
    private static final ServiceCalendar ALWAYS = calendar("mon-sun 00:00-24:00");
    private static final Hold QUESTION = new Hold("question-1", "customer", "Asked for the error text");
    private static final Hold ISSUE = new Hold("issue-EX1", "Microsoft", "Linked to EX1");

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void isBreachedOnceAtTheCalculatedInstantHoweverLateItIsNoticed() {
        var clock = clock(ALWAYS, Duration.ofHours(1));
        assertThat(clock.wake(START.plusSeconds(86_400)))
                .containsExactly(
                        new Passing(50, at("09:30")),
                        new Passing(75, at("09:45")),
                        new Passing(90, at("09:54")),
                        new Passing(100, at("10:00")),
                        new Passing(120, at("10:12")));
        assertThat(clock.wake(START.plusSeconds(90_000))).isEmpty();
        assertThat(clock.outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(clock.nextWake()).isEmpty();
    }

    @Test
    void passesAThresholdAtWhichItsWakeUpIsSet() {
        var clock = clock(ALWAYS, Duration.ofHours(1));
        assertThat(clock.nextWake()).contains(at("09:30"));
        assertThat(clock.wake(at("09:30").minusNanos(1000))).isEmpty();
        assertThat(clock.wake(at("09:30"))).extracting(Passing::percent).containsExactly(50);
        assertThat(clock.nextWake()).contains(at("09:45"));
    }

    /** A rival's clock jumped over the threshold it was waiting for, and never recorded the breach. */
    @Test
    void isBreachedOnceAfterAPauseJustBeforeIt() {
        var clock = clock(ALWAYS, Duration.ofMinutes(100));
        clock.pause(START.plusSeconds(99 * 60), QUESTION);
        assertThat(clock.nextWake()).isEmpty();
        assertThat(clock.wake(START.plusSeconds(500 * 60))).isEmpty();
        clock.resume(START.plusSeconds(600 * 60));
        assertThat(clock.nextWake()).contains(START.plusSeconds(601 * 60));
        assertThat(clock.wake(START.plusSeconds(900 * 60)))
                .filteredOn(Passing::isBreach)
                .containsExactly(new Passing(100, START.plusSeconds(601 * 60)));
    }

    @Test
    void movesItsDueTimeByServiceTimeOnlyAndNeverOutsideTheHours() {
        var friday = Instant.parse("2026-11-27T15:00:00Z");
        var clock = PromiseClock.start(PromiseKind.RESOLUTION, USUAL, terms(friday, OFFICE, Duration.ofHours(2)));
        clock.pause(Instant.parse("2026-11-27T16:50:00Z"), QUESTION);
        clock.resume(Instant.parse("2026-11-30T09:10:00Z"));
        assertThat(clock.due()).contains(Instant.parse("2026-11-30T09:20:00Z"));
    }

    @Test
    void losesNoSecondToManyShortPauses() {
        var clock = clock(ALWAYS, Duration.ofHours(10));
        var now = START;
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(1);
            clock.pause(now, QUESTION);
            now = now.plusSeconds(59);
            clock.resume(now);
        }
        assertThat(clock.explain(now))
                .filteredOn(segment -> segment.state() == Segment.State.PAUSED)
                .extracting(Segment::length)
                .hasSize(100)
                .containsOnly(Duration.ofSeconds(59));
        assertThat(clock.left(now)).isEqualTo(Duration.ofHours(10).minusSeconds(100));
    }

    @Test
    void keepsWhatWasConsumedAndPausedWhenTheSeverityGoesUpAndDownAgain() {
        var clock = clock(ALWAYS, Duration.ofHours(8));
        clock.pause(at("10:00"), QUESTION);
        clock.resume(at("10:30"));
        clock.measureBy(at("11:00"), terms(START, ALWAYS, Duration.ofHours(4)));
        assertThat(clock.due()).contains(at("13:30"));
        clock.measureBy(at("11:10"), terms(START, ALWAYS, Duration.ofHours(8)));
        assertThat(clock.due()).contains(at("17:30"));
        assertThat(clock.explain(at("12:00")).stream().map(Segment::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void isBreachedAtOnceWhenAShorterTargetIsUsedUpAlready() {
        var clock = clock(ALWAYS, Duration.ofHours(8));
        assertThat(clock.measureBy(at("12:00"), terms(START, ALWAYS, Duration.ofHours(2))))
                .filteredOn(Passing::isBreach)
                .containsExactly(new Passing(100, at("12:00")));
        assertThat(clock.measureBy(at("12:01"), terms(START, ALWAYS, Duration.ofHours(8))))
                .isEmpty();
        assertThat(clock.outcome()).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void countsWhatWasBeforeByTheCalendarOfThatTime() {
        var clock = clock(ALWAYS, Duration.ofHours(10));
        clock.measureBy(at("16:00"), new Terms(START, "plan-2", "critical", "office-1", OFFICE, Duration.ofHours(10)));
        var told = clock.explain(Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(told)
                .extracting(segment -> segment.state() + " " + segment.terms().plan() + " "
                        + segment.terms().calendar() + " " + segment.length())
                .containsExactly(
                        "WORKING plan-1 calendar-1 PT7H",
                        "WORKING plan-2 office-1 PT1H",
                        "OUTSIDE_HOURS plan-2 office-1 PT16H");
    }

    @Test
    void isKeptWhenItStopsAtTheVeryInstantAndMissedAfterIt() {
        var kept = clock(ALWAYS, Duration.ofHours(1));
        assertThat(kept.stop(at("10:00"))).extracting(Passing::percent).containsExactly(50, 75, 90);
        assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);

        var missed = clock(ALWAYS, Duration.ofHours(1));
        assertThat(missed.stop(at("10:00").plusNanos(1000)))
                .extracting(Passing::percent)
                .contains(100);
        assertThat(missed.outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void hearsNothingMoreOnceItHasStopped() {
        var clock = clock(ALWAYS, Duration.ofHours(1));
        clock.stop(at("09:40"));
        assertThat(clock.wake(at("12:00"))).isEmpty();
        assertThat(clock.measureBy(at("12:00"), terms(START, ALWAYS, Duration.ofMinutes(1))))
                .isEmpty();
        assertThat(clock.stop(at("13:00"))).isEmpty();
        assertThat(clock.endedAt()).contains(at("09:40"));
        assertThat(clock.explain(at("13:00"))).extracting(Segment::length).containsExactly(Duration.ofMinutes(40));
    }

    @Test
    void isNeitherKeptNorMissedWhenNobodyAwaitsItAnyMore() {
        var dropped = clock(ALWAYS, Duration.ofHours(1));
        dropped.drop(at("09:40"));
        assertThat(dropped.outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(PromiseClock.of(dropped.state()).outcome()).isEqualTo(Outcome.DROPPED);

        var late = clock(ALWAYS, Duration.ofHours(1));
        late.drop(at("11:00"));
        assertThat(late.outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void givesTheTimeOfAWrongPauseBack() {
        var clock = clock(OFFICE, Duration.ofHours(4));
        clock.pause(at("10:00"), ISSUE);
        clock.pause(at("11:00"), QUESTION);
        clock.resume(at("12:00"));
        assertThat(clock.takeBack(at("13:00"), ISSUE.key()))
                .extracting(Passing::percent, Passing::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(50, at("11:00")),
                        org.assertj.core.groups.Tuple.tuple(75, at("13:00")));
        assertThat(clock.due()).contains(at("14:00"));
        assertThat(clock.explain(at("13:00")))
                .extracting(segment -> segment.state() + " " + segment.length()
                        + Optional.ofNullable(segment.hold())
                                .map(hold -> " " + hold.by())
                                .orElse(""))
                .containsExactly("WORKING PT1H", "WORKING PT1H Microsoft", "PAUSED PT1H customer", "WORKING PT1H");
        assertThat(clock.takeBack(at("13:00"), ISSUE.key())).isEmpty();
    }

    @Test
    void isMissedAfterAllWhenAPauseIsTakenBackAfterTheEnd() {
        var clock = clock(ALWAYS, Duration.ofHours(1));
        clock.pause(at("09:10"), ISSUE);
        clock.resume(at("12:00"));
        clock.stop(at("12:10"));
        assertThat(clock.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(clock.takeBack(at("15:00"), ISSUE.key()))
                .filteredOn(Passing::isBreach)
                .containsExactly(new Passing(100, at("10:00")));
        assertThat(clock.outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void goesOnAtOnceWhenThePauseItIsInIsTakenBack() {
        var clock = clock(ALWAYS, Duration.ofHours(8));
        clock.pause(at("10:00"), ISSUE);
        clock.takeBack(at("11:00"), ISSUE.key());
        assertThat(clock.hold()).isEmpty();
        assertThat(clock.due()).contains(at("17:00"));
    }

    @Test
    void mayStandStillFromTheBeginning() {
        var clock = clock(ALWAYS, Duration.ofHours(1));
        clock.pause(START, QUESTION);
        assertThat(clock.due()).isEmpty();
        clock.resume(at("11:00"));
        assertThat(clock.due()).contains(at("12:00"));
        assertThat(clock.explain(at("11:30")))
                .extracting(Segment::state)
                .containsExactly(Segment.State.PAUSED, Segment.State.WORKING);
    }

    @Test
    void saysWhichHolidayItWas() {
        var text = new CalendarText("UTC", List.of("mon-fri 09:00-17:00"), null, null, List.of(), List.of());
        var hours = ServiceCalendar.of(
                text, date -> date.equals(LocalDate.of(2026, 12, 1)) ? Optional.of("Feast") : Optional.empty());
        var clock = clock(hours, Duration.ofHours(9));
        assertThat(clock.due()).contains(Instant.parse("2026-12-02T10:00:00Z"));
        assertThat(clock.explain(Instant.parse("2026-12-02T10:00:00Z")))
                .extracting(segment -> segment.state() + " " + segment.dayOff())
                .containsExactly(
                        "WORKING null", "OUTSIDE_HOURS null", "DAY_OFF Feast", "OUTSIDE_HOURS null", "WORKING null");
    }

    @Test
    void changesItsGenerationWithEverythingThatMovesItsWakeUp() {
        var clock = clock(ALWAYS, Duration.ofHours(1));
        var generations = new ArrayList<Long>();
        generations.add(clock.generation());
        clock.pause(at("09:10"), QUESTION);
        generations.add(clock.generation());
        clock.resume(at("09:20"));
        generations.add(clock.generation());
        clock.measureBy(at("09:30"), terms(START, ALWAYS, Duration.ofHours(2)));
        generations.add(clock.generation());
        clock.wake(at("10:30"));
        generations.add(clock.generation());
        clock.takeBack(at("10:30"), QUESTION.key());
        generations.add(clock.generation());
        clock.stop(at("10:31"));
        generations.add(clock.generation());
        assertThat(generations).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void refusesTargetsAndThresholdsThatAreNone() {
        assertThatThrownBy(() -> terms(START, ALWAYS, Duration.ZERO))
                .hasMessageContaining("target PT0S of plan plan-1");
        assertThatThrownBy(() -> terms(START, ALWAYS, Duration.ofDays(400))).hasMessageContaining("at most");
        assertThatThrownBy(() -> new Thresholds(List.of(50, 90))).hasMessageContaining("lack 100");
        assertThatThrownBy(() -> new Thresholds(List.of(90, 50, 100)))
                .hasMessageContaining("each higher than the one before");
        assertThatThrownBy(() -> new Thresholds(List.of(0, 100))).hasMessageContaining("percents from 1");
    }

    private static PromiseClock clock(ServiceCalendar hours, Duration target) {
        return PromiseClock.start(PromiseKind.RESOLUTION, USUAL, terms(START, hours, target));
    }

    private static Terms terms(Instant since, ServiceCalendar hours, Duration target) {
        return new Terms(since, "plan-1", "critical", "calendar-1", hours, target);
    }

    private static ServiceCalendar calendar(String hours) {
        return ServiceCalendar.of(
                new CalendarText("UTC", List.of(hours), null, null, List.of(), List.of()), date -> Optional.empty());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-30T" + time + ":00Z");
    }
}
