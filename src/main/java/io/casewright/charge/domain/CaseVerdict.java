package io.casewright.charge.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case is charged.
 *
 * @param outside of its work outside the service hours; null where the plan makes no difference between them
 */
public record CaseVerdict(Verdict within, @Nullable Verdict outside, Instant decidedAt) {

    public Optional<Verdict> outsideIfApart() {
        return Optional.ofNullable(outside);
    }
}
