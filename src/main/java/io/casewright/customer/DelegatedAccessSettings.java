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
 */
@ConfigurationProperties("casewright.delegated-access")
public record DelegatedAccessSettings(
        @DefaultValue("PT3M") Duration keepFor,
        @DefaultValue("P730D") Period duration,
        @DefaultValue("PT15M") Duration checkEvery) {

    public DelegatedAccessSettings {
        if (duration.toTotalMonths() != 0 || duration.getDays() < 1 || duration.getDays() > 730) {
            throw new IllegalArgumentException(
                    "casewright.delegated-access.duration must be P1D to P730D, in days, and is " + duration);
        }
        if (checkEvery.isNegative() || checkEvery.isZero()) {
            throw new IllegalArgumentException(
                    "casewright.delegated-access.check-every must be longer than nothing, such as PT15M");
        }
    }
}
