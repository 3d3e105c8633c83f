package io.casewright.minutes.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a case's time that belongs to one owner for one reason.
 *
 * @param to not in it any more
 * @param reason of closed hours: why somebody would have had to act
 * @param subject the known issue, or our reference of the ticket
 */
public record OwnedStretch(
        Instant from,
        Instant to,
        Owner owner,
        Reason reason,
        @Nullable String subject) {

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }

    boolean goesOnAs(OwnedStretch next) {
        return to.equals(next.from)
                && owner == next.owner
                && reason == next.reason
                && Objects.equals(subject, next.subject);
    }

    OwnedStretch until(Instant end) {
        return new OwnedStretch(from, end, owner, reason, subject);
    }

    OwnedStretch since(Instant start) {
        return new OwnedStretch(start, to, owner, reason, subject);
    }
}
