package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customers of cases were promised. All of it sees what the running transaction has written. */
public interface PromisedTimes {

    /** When the next promise of a case is due; while none runs, until when a first response was promised. */
    Instant nextDue(CaseNumber number);

    /** Until when a first response is promised, should the case be of this severity. */
    Instant firstResponse(CaseNumber number, Severity severity);

    /**
     * How far up in the lists the tasks of a case stand.
     *
     * @param ofSeverity the priority that its severity alone gives, 0 to 100
     */
    int priority(CaseNumber number, int ofSeverity);

    /** All promises of a case, in the order in which they were made. */
    List<Promised> of(CaseNumber number);

    /** What is promised. */
    enum Kind {
        FIRST_RESPONSE,
        NEXT_UPDATE,
        RESOLUTION
    }

    /** Whether it was kept, as far as one can say. */
    enum State {
        OPEN,
        BREACHED,
        KEPT,
        MISSED,
        DROPPED
    }

    /**
     * A promise, and how it stands.
     *
     * @param target the service time in which it is promised
     * @param usedPercent how much of that is used up
     * @param due when it is used up, if nothing happens; null while the clock stands still and after it was kept
     * @param endedAt when what was promised came, or was awaited no more
     * @param heldBy who holds its time now; null when nobody does
     * @param passed thresholds, in order
     * @param parts where its time went, without a gap
     */
    record Promised(
            long id,
            Kind kind,
            State state,
            Duration target,
            long usedPercent,
            Instant startedAt,
            @Nullable Instant due,
            @Nullable Instant endedAt,
            @Nullable String heldBy,
            @Nullable String heldWhy,
            List<Passed> passed,
            List<Part> parts) {

        /** Whether it is still to be kept. */
        public boolean isRunning() {
            return endedAt == null;
        }
    }

    /** So much of the time was used up then. */
    record Passed(int percent, Instant at) {}

    /**
     * A part of the time of a promise.
     *
     * @param state WORKING, OUTSIDE_HOURS, DAY_OFF or PAUSED
     * @param dayOff which day off it is
     * @param by who held the time, also when that was taken back
     * @param measured plan, severity and target that held then
     */
    record Part(
            Instant from,
            Instant to,
            String state,
            @Nullable String dayOff,
            @Nullable String by,
            @Nullable String why,
            Measured measured) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** By what a part was measured. */
    record Measured(String plan, Severity severity, String calendar, Duration target) {}
}
