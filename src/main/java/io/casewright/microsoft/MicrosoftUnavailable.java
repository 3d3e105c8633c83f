package io.casewright.microsoft;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No answer that says yes or no: too slow, down, throttling, or nonsense. Later the same call may succeed. */
public final class MicrosoftUnavailable extends MicrosoftTrouble {

    private final @Nullable Duration retryAfter;

    MicrosoftUnavailable(Call call, String what, @Nullable Duration retryAfter) {
        super("%s for tenant %s: %s It is tried again by itself.%s"
                .formatted(
                        call.name(),
                        call.tenantId(),
                        what,
                        retryAfter == null ? "" : " Microsoft asks to wait %d s.".formatted(retryAfter.toSeconds())));
        this.retryAfter = retryAfter;
    }

    /** How long Microsoft asks to wait, if it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
