package io.casewright.retention;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was erased, without saying whose it was.
 *
 * @param person name of who did it; null when it was the schedule
 * @param counts how many records of what
 */
public record Certificate(
        long id,
        Cause cause,
        long customerId,
        String customerName,
        long contactId,
        String pseudonym,
        Instant erasedAt,
        @Nullable String person,
        Map<String, Integer> counts) {

    /** Why it was erased. */
    public enum Cause {
        ON_REQUEST,
        BY_AGE
    }

    /** As it is quoted. */
    public String number() {
        return "EC-%06d".formatted(id);
    }
}
