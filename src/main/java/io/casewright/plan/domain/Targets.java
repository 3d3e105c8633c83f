package io.casewright.plan.domain;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In what service time something is promised for a case of one severity.
 *
 * @param nextUpdate null when none is promised, likewise the resolution
 */
public record Targets(
        Duration firstResponse,
        @Nullable Duration nextUpdate,
        @Nullable Duration resolution) {

    public Optional<Duration> nextUpdateIfAny() {
        return Optional.ofNullable(nextUpdate);
    }

    public Optional<Duration> resolutionIfAny() {
        return Optional.ofNullable(resolution);
    }
}
