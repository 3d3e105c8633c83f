package io.casewright.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why something is kept although it would be erased.
 *
 * @param caseNumber the case that is held; null when all of the contact is
 * @param untilDay the last day; null when it is held until somebody lifts it
 */
public record LegalHold(
        long id,
        @Nullable String caseNumber,
        String reason,
        @Nullable LocalDate untilDay,
        Instant placedAt,
        String placedBy) {

    boolean isOn(String number) {
        return caseNumber == null || caseNumber.equals(number);
    }

    /** What is held, since when, by whom and until when. */
    String words() {
        return (caseNumber == null ? "All of this contact" : "Case " + caseNumber) + " is held since "
                + placedAt.toString().substring(0, 10) + " by " + placedBy
                + (untilDay == null ? "" : " until " + untilDay) + ": " + reason;
    }
}
