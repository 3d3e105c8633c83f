package io.casewright.plan.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a plan, as far as somebody has written it.
 *
 * @param revision goes up with each change; 0 for one that nobody has written yet
 * @param proposedBy login of who wants it; null while it is being written
 * @param decidedBy login of who declined it last; null when nobody did
 * @param decision the reason
 */
public record PlanDraft(
        long plan,
        String planName,
        long revision,
        PlanFields fields,
        boolean isProposed,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable String proposedBy,
        @Nullable String decidedBy,
        @Nullable String decision) {

    /** What its process and task are known by. */
    public String key() {
        return keyOf(plan, revision);
    }

    public static String keyOf(long plan, long revision) {
        return "Plan %d-%d".formatted(plan, revision);
    }
}
