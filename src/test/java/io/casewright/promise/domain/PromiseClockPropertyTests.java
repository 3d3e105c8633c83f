package io.casewright.promise.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.promise.domain.PromiseClock.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Whatever happens to a promise, and whenever it is noticed, the clock says what a walk from its start says. */
class PromiseClockPropertyTests {

    private static final int SEQUENCES = 1000;
    private static final int HORIZON = 40 * 1440;
    private static final List<Integer> PERCENTS = List.of(50, 75, 90, 100, 120);

    /** Nights in which the clocks change, a leap day, the end of a year, and nothing of the kind. */
    private static final List<String> BASES =
            List.of("2026-03-27", "2026-10-23", "2026-03-06", "2026-10-02", "2028-02-27", "2026-12-30", "2026-07-01");

    private static final Map<String, String> FEASTS = Map.of(
            "2026-03-30", "Feast of spring",
            "2026-10-26", "Feast of autumn",
            "2028-02-29", "Leap day",
            "2027-01-01", "New year",
            "2026-07-03", "Feast of summer");

    private record Hours(String zone, List<String> text, Map<String, String> daysOff, IntPredicate openAtMinuteOfWeek) {

        ServiceCalendar calendar() {
            return ServiceCalendar.of(
                    new CalendarText(zone, text, null, null, List.of(), List.of()),
                    date -> Optional.ofNullable(daysOff.get(date.toString())));
        }
    }

    private static final List<Hours> HOURS = List.of(
            new Hours(
                    "Europe/Berlin",
                    List.of("mon-fri 09:00-12:30", "mon-fri 13:15-17:00"),
                    FEASTS,
                    minute ->
                            minute < 5 * 1440 && (within(minute % 1440, 540, 750) || within(minute % 1440, 795, 1020))),
            new Hours("America/New_York", List.of("mon-sun 00:00-24:00"), Map.of(), minute -> true),
            new Hours(
                    "Australia/Lord_Howe",
                    List.of("mon-sun 22:00-next day 03:00"),
                    FEASTS,
                    minute -> within(minute % 1440, 1320, 1440) || within(minute % 1440, 0, 180)),
            new Hours(
                    "Asia/Kathmandu",
                    List.of("sat 10:00-14:00", "sun 08:00-24:00"),
                    FEASTS,
                    minute -> within(minute, 5 * 1440 + 600, 5 * 1440 + 840)
                            || within(minute, 6 * 1440 + 480, 7 * 1440)));

    private static final List<ServiceCalendar> CALENDARS =
            HOURS.stream().map(Hours::calendar).toList();
    private static final Map<String, String[][]> MINUTES = new HashMap<>();

    @Test
    void agreesWithTheWalkWhateverHappens() {
        int breaches = 0;
        int kept = 0;
        for (long seed = 0; seed < SEQUENCES; seed++) {
            var outcome = new Sequence(seed).play();
            breaches += outcome == Outcome.MISSED || outcome == Outcome.BREACHED ? 1 : 0;
            kept += outcome == Outcome.KEPT ? 1 : 0;
        }
        assertThat(breaches).as("sequences with a breach").isGreaterThan(200);
        assertThat(kept).as("sequences in which the promise was kept").isGreaterThan(200);
    }

    private static boolean within(int minute, int from, int to) {
        return minute >= from && minute < to;
    }

    private static final class Sequence {

        private final long seed;
        private final Random random;
        private final Instant base;
        private final NaivePromise naive;
        private final int start;
        private final List<Passing> heard = new ArrayList<>();
        private final StringBuilder story = new StringBuilder();
        private PromiseClock clock;

        Sequence(long seed) {
            this.seed = seed;
            random = new Random(seed);
            var day = BASES.get(random.nextInt(BASES.size()));
            base = Instant.parse(day + "T00:00:00Z");
            var minutes = MINUTES.computeIfAbsent(
                    day,
                    each -> HOURS.stream()
                            .map(hours -> NaivePromise.minutes(
                                    hours.zone(), hours.openAtMinuteOfWeek(), hours.daysOff(), base, HORIZON + 1))
                            .toArray(String[][]::new));
            start = random.nextInt(3 * 1440);
            int calendar = random.nextInt(HOURS.size());
            int target = target();
            clock = PromiseClock.start(
                    PromiseKind.RESOLUTION, new Thresholds(PERCENTS), terms(start, calendar, target));
            naive = new NaivePromise(minutes, PERCENTS, start, calendar, target);
            story.append("start ").append(start).append(" at ").append(day);
        }

        Outcome play() {
            int minute = start;
            int events = 4 + random.nextInt(14);
            for (int i = 0; i < events; i++) {
                minute += random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(900);
                // Now and then at the very minute in which something is due.
                var next = random.nextInt(4) == 0 ? naive.next(HORIZON) : null;
                if (next != null && next > minute && next < minute + 3000) {
                    minute = next;
                }
                happen(minute);
                check(minute);
            }
            assertThat(heard).as("heard of each threshold once, %s", this).doesNotHaveDuplicates();
            replay();
            assertThat(heard.stream().map(Passing::percent)).as("%s", this).doesNotHaveDuplicates();
            return clock.outcome();
        }

        /** What is kept, happening again, comes to the same; a pause that was taken back may move what was passed before that. */
        private void replay() {
            var replayed = Replay.of(clock.state(), Optional::of, at(Math.max(naive.floor(), start)))
                    .orElseThrow();
            assertThat(replayed.outcome()).as("replayed, %s", this).isEqualTo(clock.outcome());
            assertThat(labels(replayed.explain(at(naive.floor()))))
                    .as("replayed, %s", this)
                    .isEqualTo(labels(clock.explain(at(naive.floor()))));
            if (!story.toString().contains("take back")) {
                assertThat(breach(replayed)).as("replayed, %s", this).isEqualTo(breach(clock));
            }
        }

        private static Optional<Passing> breach(PromiseClock promise) {
            return promise.passings().stream().filter(Passing::isBreach).findFirst();
        }

        private void happen(int minute) {
            switch (random.nextInt(12)) {
                case 0, 1 -> pause(minute, random.nextInt(3));
                case 2, 3 -> {
                    note("resume", minute);
                    naive.resume(minute);
                    heard.addAll(clock.resume(at(minute)));
                }
                case 4, 5 -> measureBy(minute, random.nextInt(HOURS.size()), target());
                case 6 -> {
                    String key = "key-" + random.nextInt(3);
                    note("take back " + key, minute);
                    naive.takeBack(minute, key);
                    heard.addAll(clock.takeBack(at(minute), key));
                }
                case 7 -> {
                    note("crash", minute);
                    // What was done and not kept never was; what is kept is all there is.
                    var lost = PromiseClock.of(clock.state());
                    lost.pause(at(minute), new Hold("lost", "nobody", "lost"));
                    lost.measureBy(at(minute + 7), terms(0, 0, 20));
                    lost.stop(at(minute + 100));
                    clock = PromiseClock.of(clock.state());
                }
                case 8 -> wake("wake", minute);
                case 9 -> wake("wake too early", minute + random.nextInt(2000));
                case 10 -> pause(minute - random.nextInt(600), random.nextInt(3));
                default -> {
                    if (random.nextInt(3) > 0) {
                        note("stop", minute);
                        naive.stop(minute);
                        heard.addAll(clock.stop(at(minute)));
                    } else {
                        measureBy(minute - random.nextInt(100), random.nextInt(HOURS.size()), target());
                    }
                }
            }
        }

        private void pause(int minute, int key) {
            note("pause key-" + key, minute);
            naive.pause(minute, "key-" + key);
            heard.addAll(clock.pause(at(minute), new Hold("key-" + key, "customer", "Asked " + key)));
        }

        private void measureBy(int minute, int calendar, int target) {
            note("measure by " + calendar + " in " + target, minute);
            naive.terms(minute, calendar, target);
            heard.addAll(clock.measureBy(at(minute), terms(minute, calendar, target)));
        }

        private void wake(String word, int minute) {
            note(word, minute);
            naive.wake(minute);
            heard.addAll(clock.wake(at(minute)));
        }

        private void check(int minute) {
            var passings = new TreeMap<Integer, Instant>();
            naive.passed.forEach((percent, at) -> passings.put(percent, at(at)));
            var known = new TreeMap<Integer, Instant>();
            clock.passings().forEach(passing -> known.put(passing.percent(), passing.at()));
            assertThat(known).as("passed, %s", this).isEqualTo(passings);
            assertThat(clock.passings()).as("heard of all, %s", this).containsExactlyInAnyOrderElementsOf(heard);

            var next = naive.next(HORIZON);
            if (next != null
                    || clock.nextWake()
                            .filter(wake -> wake.isBefore(at(HORIZON)))
                            .isPresent()) {
                assertThat(clock.nextWake()).as("next wake, %s", this).contains(at(next == null ? -1 : next));
            }

            int until = Math.max(minute, naive.floor()) + random.nextInt(2000);
            var walk = naive.walk(until);
            assertThat(labels(clock.explain(at(until))))
                    .as("explained until %s, %s", until, this)
                    .isEqualTo(walk.labels);
            assertThat(clock.terms().target().minus(clock.left(at(until))))
                    .as("consumed until %s, %s", until, this)
                    .isEqualTo(Duration.ofMinutes(walk.consumed));
        }

        /** One a minute; fails on a gap. */
        private List<String> labels(List<Segment> segments) {
            var labels = new ArrayList<String>();
            var reached = at(start);
            for (var segment : segments) {
                assertThat(segment.from()).as("no gap, %s", this).isEqualTo(reached);
                var label = label(segment);
                for (long i = 0; i < segment.length().toMinutes(); i++) {
                    labels.add(label);
                }
                reached = segment.to();
            }
            assertThat(Duration.between(at(start), reached)).isEqualTo(Duration.ofMinutes(labels.size()));
            return labels;
        }

        private static String label(Segment segment) {
            return switch (segment.state()) {
                case WORKING -> "open";
                case OUTSIDE_HOURS -> "outside";
                case DAY_OFF -> String.valueOf(segment.dayOff());
                case PAUSED ->
                    "paused "
                            + Optional.ofNullable(segment.hold()).map(Hold::key).orElse("by nobody");
            };
        }

        private int target() {
            // So that each threshold falls on a whole minute.
            return 20 * (1 + random.nextInt(random.nextBoolean() ? 10 : 100));
        }

        private Terms terms(int minute, int calendar, int target) {
            return new Terms(
                    at(minute),
                    "plan",
                    "critical",
                    "calendar " + calendar,
                    CALENDARS.get(calendar),
                    Duration.ofMinutes(target));
        }

        private Instant at(int minute) {
            return base.plusSeconds(60L * minute);
        }

        private void note(String what, int minute) {
            story.append("; ").append(what).append(" at ").append(minute);
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + story;
        }
    }
}
