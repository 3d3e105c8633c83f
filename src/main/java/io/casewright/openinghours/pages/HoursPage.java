package io.casewright.openinghours.pages;

import io.casewright.plan.PlanFormFields.Change;
import io.casewright.plan.PlanFormFields.Field;
import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one queue or vendor, as they are shown.
 *
 * @param key of the address
 * @param number of the version that is looked at; 0 when there is none
 * @param hours in words; null when none are kept
 * @param keeps whether this person may change them
 * @param fields of the calendar
 * @param faults how many fields are wrong
 * @param problem why nothing was kept; null when something was, or nothing was to be
 */
record HoursPage(
        String key,
        String name,
        boolean isVendor,
        int number,
        @Nullable String hours,
        boolean keeps,
        List<Field> fields,
        int faults,
        @Nullable String problem,
        List<Version> history) {

    /**
     * A version.
     *
     * @param hours in words; null when none were kept
     */
    record Version(Moment since, String keptBy, @Nullable String hours, List<Change> changes) {}

    /** One of a list. */
    record Line(
            String key,
            String name,
            @Nullable String hours,
            @Nullable Moment since) {}
}
