package io.casewright.charge.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time that somebody booked on a case. It never changes: a wrong one is taken back by another that has its minutes with a minus.
 *
 * @param login of who worked
 * @param name of who worked; the login where nobody of it has been at the Desk
 * @param day on which the work was done, in the partner's zone
 * @param minutes with a minus in an entry that takes another one back
 * @param afterHours of the minutes, those outside the service hours of the customer's plan
 * @param words what was done, or why it is taken back
 * @param taskId of the task in which it was done; null for other work
 * @param takesBack the entry that it takes back; null for work
 * @param takenBackBy the entry that takes it back; null while it counts
 * @param bookedBy login of who booked it
 */
public record TimeEntry(
        long id,
        String caseNumber,
        String login,
        String name,
        LocalDate day,
        int minutes,
        int afterHours,
        String words,
        @Nullable Long taskId,
        @Nullable Long takesBack,
        @Nullable Long takenBackBy,
        String bookedBy,
        Instant bookedAt) {

    /** Whether it can be taken back: it is work, and counts. */
    public boolean isOpenToCorrection() {
        return takesBack == null && takenBackBy == null;
    }
}
