package io.casewright.microsoft;

import io.casewright.platform.time.AsksForPause;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No answer that says yes or no: too slow, down, throttling, or nonsense. Later the same call may succeed. */
public final class MicrosoftUnavailable extends MicrosoftTrouble implements AsksForPause {

    private final @Nullable Duration retryAfter;
    private final boolean throttling;

    MicrosoftUnavailable(Call call, String what, @Nullable Duration retryAfter) {
        this(call, what, retryAfter, false);
    }

    private MicrosoftUnavailable(Call call, String what, @Nullable Duration retryAfter, boolean throttling) {
        super("%s for tenant %s: %s%s"
                .formatted(
                        call.name(),
                        call.tenantId(),
                        what,
                        retryAfter == null ? "" : " It is to be left alone for %d s.".formatted(seconds(retryAfter))));
        this.retryAfter = retryAfter;
        this.throttling = throttling;
    }

    static MicrosoftUnavailable throttling(Call call, Duration retryAfter) {
        return new MicrosoftUnavailable(call, "it takes no more calls for now.", retryAfter, true);
    }

    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
    }

    boolean isThrottling() {
        return throttling;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
