package io.casewright.plan.domain;

import io.casewright.platform.text.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How support is charged.
 *
 * @param price a month where support is included, a case, an hour, or the package of prepaid hours; null when nothing is charged
 * @param currency of all its amounts; null when there are none
 * @param hours in the package; null where there is none
 * @param roundUpTo a work is counted in steps of this length; null when it is counted as it is
 * @param atLeast the shortest time that is counted; null for none
 * @param afterHoursRate an hour outside the service hours; null when it costs the same as within
 */
public record Charging(
        Model model,
        @Nullable Money price,
        @Nullable Currency currency,
        @Nullable Integer hours,
        @Nullable Duration roundUpTo,
        @Nullable Duration atLeast,
        @Nullable Money afterHoursRate) {

    public enum Model {
        INCLUDED,
        PER_INCIDENT,
        HOURLY,
        PREPAID_HOURS
    }

    public Optional<Currency> currencyIfAny() {
        return Optional.ofNullable(currency);
    }
}
