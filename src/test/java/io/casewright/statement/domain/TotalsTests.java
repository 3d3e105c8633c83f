package io.casewright.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.plan.domain.Charging.Tax;
import io.casewright.statement.domain.Totals.Net;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What entries add up to, to the smallest unit of their currency. */
class TotalsTests {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<@Nullable Tax> TAXES = Arrays.asList(
            null, tax("VAT", "19"), tax("VAT", "7"), tax("VAT", "8.1"), tax("VAT", "19.00"), tax("GST", "19"));

    /** Counted in whole units of the smallest coin, and tax in hundredths of a percent, so that nothing is rounded before the end. */
    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "JPY", "KWD", "CHF"})
    void theyAreTheSumsOfTheEntriesAndTaxIsRoundedOncePerRate(String code) {
        var currency = Currency.getInstance(code);
        int decimals = currency.getDefaultFractionDigits();
        var random = new Random(20261130L + decimals);
        for (int round = 0; round < 200; round++) {
            var nets = new ArrayList<Net>();
            var units = new BigInteger[] {
                BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO
            };
            int entries = random.nextInt(1, 60);
            for (int i = 0; i < entries; i++) {
                int which = random.nextInt(TAXES.size());
                long coins = random.nextLong(-50_000, 5_000_000);
                nets.add(new Net(TAXES.get(which), BigDecimal.valueOf(coins, decimals)));
                // 19 % and 19.00 % are one rate.
                int rate = which == 4 ? 1 : which == 5 ? 4 : which;
                units[rate] = units[rate].add(BigInteger.valueOf(coins));
            }
            long[] hundredths = {0, 1900, 700, 810, 1900};
            var net = BigInteger.ZERO;
            var tax = BigInteger.ZERO;
            for (int rate = 0; rate < units.length; rate++) {
                net = net.add(units[rate]);
                tax = tax.add(halfUp(units[rate].multiply(BigInteger.valueOf(hundredths[rate])), 10_000));
            }
            var totals = Totals.of(currency, nets);
            assertThat(totals.net().amount().unscaledValue()).isEqualTo(net);
            assertThat(totals.tax().amount().unscaledValue()).isEqualTo(tax);
            assertThat(totals.gross().amount().unscaledValue()).isEqualTo(net.add(tax));
            assertThat(totals.gross().amount().scale()).isEqualTo(decimals);
        }
    }

    @Test
    void halfOfTheSmallestUnitIsRoundedUpAwayFromZero() {
        assertThat(taxOf("EUR", "0.50", "5")).isEqualTo("0.03");
        assertThat(taxOf("EUR", "-0.50", "5")).isEqualTo("-0.03");
        assertThat(taxOf("JPY", "5", "10")).isEqualTo("1");
        assertThat(taxOf("KWD", "0.005", "10")).isEqualTo("0.001");
        assertThat(taxOf("EUR", "0.49", "5")).isEqualTo("0.02");
    }

    @Test
    void whatIsTaxedAlikeStandsTogetherTheLowestRateFirst() {
        var totals = Totals.of(
                EUR,
                List.of(
                        net(tax("VAT", "19"), "100.00"),
                        net(null, "10.00"),
                        net(tax("VAT", "7"), "50.00"),
                        net(tax("VAT", "19.00"), "1.00")));
        assertThat(totals.rates().stream()
                        .map(rate -> "%s %s %s"
                                .formatted(
                                        rate.tax() == null
                                                ? "none"
                                                : rate.tax().percent().toPlainString(),
                                        rate.net().amount(),
                                        rate.amount().amount())))
                .containsExactly("none 10.00 0.00", "7 50.00 3.50", "19 101.00 19.19");
        assertThat(totals.gross().toString()).isEqualTo("183.69\u00a0EUR");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Totals.of(EUR, List.of()).gross().toString()).isEqualTo("0.00\u00a0EUR");
    }

    @Test
    void anAmountThatTheCurrencyDoesNotKnowIsNoAmount() {
        assertThatThrownBy(() -> Totals.of(EUR, List.of(net(null, "0.001")))).isInstanceOf(ArithmeticException.class);
    }

    private static String taxOf(String currency, String net, String percent) {
        return Totals.of(Currency.getInstance(currency), List.of(net(tax("VAT", percent), net)))
                .tax()
                .amount()
                .toPlainString();
    }

    private static BigInteger halfUp(BigInteger dividend, long divisor) {
        var half = BigInteger.valueOf(divisor / 2);
        var up = dividend.abs().add(half).divide(BigInteger.valueOf(divisor));
        return dividend.signum() < 0 ? up.negate() : up;
    }

    private static Net net(@Nullable Tax tax, String amount) {
        return new Net(tax, new BigDecimal(amount));
    }

    private static Tax tax(String name, String percent) {
        return new Tax(name, new BigDecimal(percent));
    }
}
