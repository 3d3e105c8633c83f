package io.casewright.plan.domain;

import io.casewright.platform.text.Money;
import java.math.BigDecimal;
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
 * @param tax that comes on top of all its amounts; null for none
 */
public record Charging(
        Model model,
        @Nullable Money price,
        @Nullable Currency currency,
        @Nullable Integer hours,
        @Nullable Duration roundUpTo,
        @Nullable Duration atLeast,
        @Nullable Money afterHoursRate,
        @Nullable Tax tax) {

    /**
     * A tax.
     *
     * @param name as customers know it, such as VAT
     * @param percent of the net amount
     */
    public record Tax(String name, BigDecimal percent) {}

    public enum Model {
        INCLUDED,
        PER_INCIDENT,
        HOURLY,
        PREPAID_HOURS
    }

    /** What an hour within the service hours costs; of a package, its share. Empty where hours have no price. */
    public Optional<Money> pricePerHour() {
        if (price == null) {
            return Optional.empty();
        }
        return switch (model) {
            case HOURLY -> Optional.of(price);
            case PREPAID_HOURS -> Optional.ofNullable(hours).map(price::dividedBy);
            case INCLUDED, PER_INCIDENT -> Optional.empty();
        };
    }

    public Optional<Currency> currencyIfAny() {
        return Optional.ofNullable(currency);
    }
}
