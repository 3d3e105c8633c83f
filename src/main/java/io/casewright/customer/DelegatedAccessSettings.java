package io.casewright.customer;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of delegated access.
 *
 * @param keepFor how long Microsoft's answer about a customer's roles counts; an approval is seen this much later
 * @param duration how long a requested role lasts, P1D to P730D
 * @param checkEvery how often is looked whether the customer approved a request
 * @param unneededCheckEvery how often is looked whether the customer approved one that nobody needs any more
 */
@ConfigurationProperties("casewright.delegated-access")
public record DelegatedAccessSettings(
        @DefaultValue("PT3M") Duration keepFor,
        @DefaultValue("P730D") Period duration,
        @DefaultValue("PT15M") Duration checkEvery,
        @DefaultValue("PT1H") Duration unneededCheckEvery) {

    public DelegatedAccessSettings {
        if (duration.toTotalMonths() != 0 || duration.getDays() < 1 || duration.getDays() > 730) {
            throw new IllegalArgumentException(
                    "casewright.delegated-access.duration must be P1D to P730D, in days, and is " + duration);
        }
        requireLonger("check-every", checkEvery, "PT15M");
        requireLonger("unneeded-check-every", unneededCheckEvery, "PT1H");
    }

    private static void requireLonger(String name, Duration every, String example) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException(
                    "casewright.delegated-access.%s must be longer than nothing, such as %s".formatted(name, example));
        }
    }
}
