package io.casewright.handoff.application;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk gave no answer now; the same may succeed later. */
public final class DeskUnavailable extends RuntimeException {

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

    /** How long it asks to wait, if it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
