package io.casewright.majorcase.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When many cases are one trouble, and how soon a duty manager is to act.
 *
 * @param customers how many different customers must have the same trouble
 * @param within how far apart the first and the last of their cases may be received
 * @param confirmWithin how long after it was noticed a duty manager should have confirmed it
 * @param updateEvery how often the customers should hear how things stand
 */
@ConfigurationProperties("casewright.major-case")
record MajorCaseSettings(
        @DefaultValue("3") int customers,
        @DefaultValue("PT1H") Duration within,
        @DefaultValue("PT15M") Duration confirmWithin,
        @DefaultValue("PT1H") Duration updateEvery) {

    MajorCaseSettings {
        if (customers < 2) {
            throw new IllegalArgumentException("casewright.major-case.customers must be at least 2");
        }
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException(
                    "casewright.major-case.within must be longer than nothing, such as PT1H for an hour");
        }
    }
}
