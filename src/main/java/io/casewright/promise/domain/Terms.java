package io.casewright.promise.domain;

import io.casewright.calendar.domain.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * What a promise is measured by from some instant on. It never changes; a change of severity, plan or calendar brings new terms.
 *
 * @param since from when on they hold
 * @param plan the version of the plan that promises it, by name
 * @param severity of the case, by which the plan chose the target
 * @param calendar the version of the calendar that counts it, by name
 * @param hours that version
 * @param target the service time in which it is promised
 */
public record Terms(
        Instant since, String plan, String severity, String calendar, ServiceCalendar hours, Duration target) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public Terms {
        if (!target.isPositive() || target.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("target " + target + " of plan " + plan
                    + " is no time to promise something in; write more than nothing and at most " + LONGEST);
        }
    }

    /** The same, holding from another instant on. */
    public Terms from(Instant instant) {
        return new Terms(instant, plan, severity, calendar, hours, target);
    }

    /** How much service time makes up a part of the target. */
    Duration part(int percent) {
        return target.multipliedBy(percent).dividedBy(100);
    }
}
