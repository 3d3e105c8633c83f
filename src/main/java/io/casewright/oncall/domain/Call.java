package io.casewright.oncall.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is needed.
 *
 * @param key names what for; the same is called for once
 * @param reason in words
 * @param attempts who was called, the first one first
 * @param answeredBy login of who is on it; null while nobody is
 * @param closedAt when nobody had to be called any more; null while somebody has
 */
public record Call(
        long id,
        String key,
        String caseNumber,
        String queue,
        String reason,
        Instant openedAt,
        List<Attempt> attempts,
        @Nullable String answeredBy,
        @Nullable Instant closedAt) {

    /** Somebody was called. */
    public record Attempt(String login, Instant at) {}

    public boolean isOpen() {
        return closedAt == null;
    }

    public boolean hasCalled(String login) {
        return attempts.stream().anyMatch(attempt -> attempt.login().equals(login));
    }
}
