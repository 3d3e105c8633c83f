package io.casewright.promise.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one promise of a case. Its segments are the truth: what is consumed, when it is due and what it passed follow from them. An
 * event that is said to have happened before the last one, because a clock of a machine was put back, counts as happening with it.
 */
public final class PromiseClock {

    /** Whether the promise was kept, as far as one can say. */
    public enum Outcome {
        OPEN,
        BREACHED,
        KEPT,
        MISSED,
        DROPPED
    }

    private final PromiseKind kind;
    private final Thresholds thresholds;
    private final List<Terms> terms;
    private final Ledger ledger;
    private final List<Passing> passings;
    private @Nullable Hold hold;
    private @Nullable Instant endedAt;
    private boolean dropped;
    private long generation;

    private PromiseClock(ClockState state) {
        kind = state.kind();
        thresholds = state.thresholds();
        terms = new ArrayList<>(state.terms());
        ledger = new Ledger(startedAt(), state.segments());
        passings = new ArrayList<>(state.passings());
        hold = state.hold();
        endedAt = state.endedAt();
        dropped = state.dropped();
        generation = state.generation();
    }

    /** Starts a clock when its terms begin to hold. */
    public static PromiseClock start(PromiseKind kind, Thresholds thresholds, Terms terms) {
        return new PromiseClock(
                new ClockState(kind, thresholds, List.of(terms), List.of(), null, List.of(), 1, null, false));
    }

    /** The clock that was kept. */
    public static PromiseClock of(ClockState state) {
        if (state.terms().isEmpty()) {
            throw new IllegalStateException("A clock of " + state.kind() + " has no terms");
        }
        return new PromiseClock(state);
    }

    public ClockState state() {
        return new ClockState(kind, thresholds, terms, ledger.segments(), hold, passings, generation, endedAt, dropped);
    }

    /** Lets it stand still. While it does so already, the time from now on is held for the new reason. */
    public List<Passing> pause(Instant at, Hold reason) {
        return change(at, now -> hold = reason);
    }

    /** Lets it go on. */
    public List<Passing> resume(Instant at) {
        return change(at, now -> hold = null);
    }

    /** Measures it by other terms from now on; what was consumed and paused stays. */
    public List<Passing> measureBy(Instant at, Terms next) {
        return change(at, now -> terms.add(next.from(now)));
    }

    /**
     * What was promised came. At the very instant at which it was due it came in time.
     *
     * @return what was passed before, and not noticed yet
     */
    public List<Passing> stop(Instant at) {
        return change(at, now -> endedAt = now);
    }

    /** Nobody awaits any more what was promised: the case was withdrawn, or is another one's twin. */
    public List<Passing> drop(Instant at) {
        return change(at, now -> {
            endedAt = now;
            dropped = true;
        });
    }

    /** A pause that should never have been: its time counts, as if it had not been held. Also after the end. */
    public List<Passing> takeBack(Instant at, String key) {
        if (endedAt == null) {
            ledger.reach(at, hold, terms());
        }
        ledger.takeBack(key);
        if (hold != null && hold.key().equals(key)) {
            hold = null;
        }
        generation++;
        return notice();
    }

    /**
     * Notices what was passed until now, each threshold once. Time is counted up to the last of them and no further, so that a machine whose
     * clock was wrong does little harm.
     */
    public List<Passing> wake(Instant until) {
        var passed = new ArrayList<Passing>();
        var next = nextWake();
        while (next.isPresent() && !next.get().isAfter(until)) {
            var noticed = change(next.get(), now -> {});
            if (noticed.isEmpty()) {
                throw new IllegalStateException("A threshold is due at " + next.get() + " and is not passed then");
            }
            passed.addAll(noticed);
            next = nextWake();
        }
        return passed;
    }

    /** When the next threshold is passed if nothing happens; empty when nothing more will be heard of it as it stands. */
    public Optional<Instant> nextWake() {
        return thresholds.percents().stream()
                .filter(percent -> !isPassed(percent))
                .findFirst()
                .flatMap(this::passesAt);
    }

    /** When the whole time is used up if nothing happens, or was; empty while the clock stands still or after it stopped in time. */
    public Optional<Instant> due() {
        return breach().map(Passing::at).or(() -> passesAt(Thresholds.BREACH));
    }

    /** Until when it was promised, had nothing held its time. */
    public Instant promisedBy() {
        return terms().hours().after(startedAt(), terms().target());
    }

    /** How much of the target is consumed at an instant, in percent, rounded down. */
    public long usedPercent(Instant at) {
        return told(at).consumed().toMillis() * 100 / terms().target().toMillis();
    }

    /** What of the target is left at an instant; negative when more was consumed. */
    public Duration left(Instant at) {
        return terms().target().minus(told(at).consumed());
    }

    /** What happened to its time, from the start to an instant or to its end, without a gap. */
    public List<Segment> explain(Instant until) {
        return told(until).segments();
    }

    private Ledger told(Instant until) {
        var told = new Ledger(startedAt(), ledger.segments());
        if (endedAt == null) {
            told.reach(until, hold, terms());
        }
        return told;
    }

    public Outcome outcome() {
        boolean isBreached = breach().isPresent();
        if (endedAt == null) {
            return isBreached ? Outcome.BREACHED : Outcome.OPEN;
        }
        if (isBreached) {
            return Outcome.MISSED;
        }
        return dropped ? Outcome.DROPPED : Outcome.KEPT;
    }

    public PromiseKind kind() {
        return kind;
    }

    public Instant startedAt() {
        return terms.getFirst().since();
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Hold> hold() {
        return Optional.ofNullable(hold);
    }

    /** Those that hold now. */
    public Terms terms() {
        return terms.getLast();
    }

    public List<Passing> passings() {
        return List.copyOf(passings);
    }

    public long generation() {
        return generation;
    }

    /** Nothing happens to a clock that has stopped. */
    private List<Passing> change(Instant at, Consumer<Instant> event) {
        if (endedAt != null) {
            return List.of();
        }
        event.accept(ledger.reach(at, hold, terms()));
        generation++;
        return notice();
    }

    /** What was passed by what is known to have happened, and was not noticed yet. */
    private List<Passing> notice() {
        var usage = new Usage(terms, ledger.segments());
        var end = endedAt;
        var passed = thresholds.percents().stream()
                .filter(percent -> !isPassed(percent))
                .flatMap(percent -> usage.reached(percent).map(at -> new Passing(percent, at)).stream())
                .filter(passing -> end == null || passing.at().isBefore(end))
                .sorted(Comparator.comparing(Passing::at).thenComparing(Passing::percent))
                .toList();
        passings.addAll(passed);
        return passed;
    }

    private Optional<Instant> passesAt(int percent) {
        if (endedAt != null || hold != null) {
            return Optional.empty();
        }
        var left = terms().part(percent).minus(ledger.consumed());
        return Optional.of(left.isPositive() ? terms().hours().after(ledger.reached(), left) : ledger.reached());
    }

    private Optional<Passing> breach() {
        return passings.stream().filter(Passing::isBreach).findFirst();
    }

    private boolean isPassed(int percent) {
        return passings.stream().anyMatch(passing -> passing.percent() == percent);
    }
}
