package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * A version of a plan, which never changes.
 *
 * @param plan id of the plan
 * @param planName by which customers refer to it
 * @param number the first is 1
 * @param validFrom it holds from then on, until the next version begins
 * @param calendar by name
 * @param hours that calendar
 * @param fields what it says, as it was written down
 */
public record PlanVersion(
        long plan,
        String planName,
        int number,
        Instant validFrom,
        String calendar,
        ServiceCalendar hours,
        PlanTerms terms,
        PlanFields fields) {

    /** How people call it. */
    public String name() {
        return planName + ", version " + number;
    }

    /** As it holds for a case whose hours are those of another calendar: the same hours, at its customer's site. */
    public PlanVersion in(String calendarThere, ServiceCalendar hoursThere, CalendarText textThere) {
        return new PlanVersion(
                plan, planName, number, validFrom, calendarThere, hoursThere, terms.with(textThere), fields);
    }

    /** When service time that began at an instant is used up. */
    public Instant dueAfter(Instant begun, Duration serviceTime) {
        return hours.after(begun, serviceTime);
    }
}
