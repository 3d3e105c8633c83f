package io.casewright.handoff.application;

import io.casewright.platform.time.AsksForPause;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk gave no answer now; the same may succeed later. */
public final class DeskUnavailable extends RuntimeException implements AsksForPause {

    private final @Nullable Duration retryAfter;

    public DeskUnavailable(String reason) {
        this(reason, null);
    }

    public DeskUnavailable(String reason, @Nullable Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    public DeskUnavailable(String reason, @Nullable Duration retryAfter, Throwable cause) {
        super(reason, cause);
        this.retryAfter = retryAfter;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
