package io.casewright.statement.domain;

import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.text.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What amounts add up to. Tax is rounded once for each rate, on the sum: half of the smallest unit of the currency is rounded up.
 *
 * @param rates the lowest first
 */
public record Totals(List<OfRate> rates, Money net, Money tax, Money gross) {

    private static final Comparator<Tax> BY_RATE =
            Comparator.comparing(Tax::percent).thenComparing(Tax::name);

    public Totals {
        rates = List.copyOf(rates);
    }

    /**
     * What is taxed alike.
     *
     * @param tax null where none comes on top
     * @param amount the tax on the net amount
     */
    public record OfRate(@Nullable Tax tax, Money net, Money amount) {}

    /** An amount, or the sum of several that are taxed alike. */
    public record Net(@Nullable Tax tax, BigDecimal amount) {}

    /** @throws ArithmeticException when an amount has more decimals than the currency */
    public static Totals of(Currency currency, Collection<Net> nets) {
        var byTax = new LinkedHashMap<Optional<Tax>, BigDecimal>();
        for (Net each : nets) {
            byTax.merge(Optional.ofNullable(each.tax()).map(Totals::plain), each.amount(), BigDecimal::add);
        }
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        var rates = byTax.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().orElse(null), Comparator.nullsFirst(BY_RATE)))
                .map(entry -> ofRate(
                        entry.getKey().orElse(null),
                        entry.getValue().setScale(decimals, RoundingMode.UNNECESSARY),
                        currency))
                .toList();
        var net = sum(rates.stream().map(each -> each.net().amount()).toList(), decimals);
        var tax = sum(rates.stream().map(each -> each.amount().amount()).toList(), decimals);
        return new Totals(rates, new Money(net, currency), new Money(tax, currency), new Money(net.add(tax), currency));
    }

    private static OfRate ofRate(@Nullable Tax tax, BigDecimal net, Currency currency) {
        var amount = tax == null ? BigDecimal.ZERO : net.multiply(tax.percent()).movePointLeft(2);
        return new OfRate(
                tax, new Money(net, currency), new Money(amount.setScale(net.scale(), RoundingMode.HALF_UP), currency));
    }

    /** 19 % and 19.00 % are one rate. */
    private static Tax plain(Tax tax) {
        return new Tax(tax.name(), tax.percent().stripTrailingZeros());
    }

    private static BigDecimal sum(List<BigDecimal> amounts, int decimals) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(decimals);
    }
}
