package io.casewright.promise.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.promise.domain.Thresholds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is promised beside the first response, which each plan tells, and when a promise makes itself heard.
 *
 * @param thresholds of new promises, in percent of their time
 * @param resolution in which time cases are to be solved; without it no solution is promised
 * @param nextUpdate in which time a customer hears of an open case again; without it no update is promised
 */
@Validated
@ConfigurationProperties("casewright.promise")
record PromiseSettings(
        @DefaultValue({"50", "75", "90", "100", "120"}) List<Integer> thresholds,
        @Nullable @Valid Resolution resolution,
        @Nullable @Valid Resolution nextUpdate) {

    /** A time for each severity. */
    record Resolution(
            @NotNull Duration critical,
            @NotNull Duration moderate,
            @NotNull Duration minimal) {

        Duration of(Severity severity) {
            return switch (severity) {
                case CRITICAL -> critical;
                case MODERATE -> moderate;
                case MINIMAL -> minimal;
            };
        }
    }

    PromiseSettings {
        try {
            new Thresholds(thresholds);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("casewright.promise." + e.getMessage(), e);
        }
    }

    Optional<Duration> resolutionOf(Severity severity) {
        return Optional.ofNullable(resolution).map(targets -> targets.of(severity));
    }

    Optional<Duration> nextUpdateOf(Severity severity) {
        return Optional.ofNullable(nextUpdate).map(targets -> targets.of(severity));
    }
}
