package io.casewright.majorcase.application;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When many cases are one trouble, and how soon a duty manager is to act; rows of {@code bpmn/timing.dmn}.
 *
 * @param customers how many different customers must have the same trouble
 * @param within how far apart the first and the last of their cases may be received
 * @param confirmWithin how long after it was noticed a duty manager should have confirmed it
 * @param updateEvery how often the customers should hear how things stand
 */
@Validated
@ConfigurationProperties("casewright.major-case")
record MajorCaseSettings(
        @NotNull Integer customers,
        @NotNull Duration within,
        @NotNull Duration confirmWithin,
        @NotNull Duration updateEvery) {

    MajorCaseSettings {
        if (customers != null && customers < 2) {
            throw new IllegalArgumentException("casewright.major-case.customers must be at least 2");
        }
        if (within != null && !within.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.major-case.within must be longer than nothing, such as PT1H for an hour");
        }
    }
}
