package io.casewright.charge.web;

import io.casewright.charge.domain.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the interface shows it.
 *
 * @param person login of who worked
 * @param minutes with a minus in an entry that takes another one back
 * @param afterHours of the minutes, those outside the service hours
 * @param takesBack id of that one
 */
record TimeEntryView(
        long id,
        String person,
        LocalDate day,
        int minutes,
        int afterHours,
        String words,
        @Nullable Long task,
        @Nullable Long takesBack,
        String bookedBy,
        Instant bookedAt) {

    static TimeEntryView of(TimeEntry entry) {
        return new TimeEntryView(
                entry.id(),
                entry.login(),
                entry.day(),
                entry.minutes(),
                entry.afterHours(),
                entry.words(),
                entry.taskId(),
                entry.takesBack(),
                entry.bookedBy(),
                entry.bookedAt());
    }
}
