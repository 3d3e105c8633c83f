package io.casewright.charge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewright.charge.domain.CasePrice.Charge;
import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.Charging.Model;
import io.casewright.platform.text.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case costs by the terms of its plan. */
class CasePriceTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate ENDED = LocalDate.of(2026, 11, 27);
    private static final Instant NOW = Instant.parse("2026-11-27T15:00:00Z");
    private static final Verdict YES = new Verdict(true, "The support plan charges it.");
    private static final Verdict NO = new Verdict(false, "The support plan includes it.");
    private static final IntUnaryOperator NO_HOURS = minutes -> 0;

    private long entries;

    @Test
    void anIncidentCostsItsPriceHoweverLongItTook() {
        var price = price(charging(Model.PER_INCIDENT, "90.00", "EUR"), YES, null, work(200, 0), work(10, 0));
        assertThat(price.charges(NO_HOURS))
                .containsExactly(new Charge("incident", Kind.INCIDENT, ENDED, null, eur("90.00"), eur("90.00"), null));
    }

    @Test
    void whatIsIncludedCostsNothing() {
        assertThat(price(charging(Model.INCLUDED, null, "EUR"), NO, null, work(200, 0))
                        .charges(NO_HOURS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # worked | step | at least | currency | an hour | counted | amount
            1        |      |          | EUR      | 95.00   | 1       | 1.58
            1        | 15   |          | EUR      | 95.00   | 15      | 23.75
            15       | 15   |          | EUR      | 95.00   | 15      | 23.75
            16       | 15   |          | EUR      | 95.00   | 30      | 47.50
            5        |      | 30       | EUR      | 95.00   | 30      | 47.50
            5        | 20   | 30       | EUR      | 95.00   | 40      | 63.33
            50       | 6    | 30       | USD      | 120.00  | 54      | 108.00
            7        |      |          | JPY      | 12000   | 7       | 1400
            7        |      |          | KWD      | 30.125  | 7       | 3.515
            10       |      |          | CHF      | 0.03    | 10      | 0.01
            """)
    void workIsRoundedUpAndItsAmountToTheCurrencysSmallest(
            int worked,
            @Nullable Integer step,
            @Nullable Integer atLeast,
            String currency,
            String rate,
            int counted,
            String amount) {
        var terms = new Charging(
                Model.HOURLY,
                money(rate, currency),
                Currency.getInstance(currency),
                null,
                step == null ? null : Duration.ofMinutes(step),
                atLeast == null ? null : Duration.ofMinutes(atLeast),
                null,
                null);
        assertThat(price(terms, YES, null, work(worked, 0)).charges(NO_HOURS))
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.minutes()).isEqualTo(counted);
                    assertThat(charge.amount()).isEqualTo(money(amount, currency));
                });
    }

    @Test
    void whatWasTakenBackCostsNothing() {
        var wrong = new TimeEntry(7, "CW-2026-000001", "ada", "Ada", MONDAY, 60, 0, "Work", null, null, 8L, "ada", NOW);
        var back = new TimeEntry(8, "CW-2026-000001", "ada", "Ada", MONDAY, -60, 0, "Not", null, 7L, null, "ada", NOW);
        assertThat(price(charging(Model.HOURLY, "60.00", "EUR"), YES, null, wrong, back, work(20, 0))
                        .charges(NO_HOURS))
                .extracting(Charge::amount)
                .containsExactly(eur("20.00"));
    }

    @Test
    void workOutsideTheServiceHoursHasItsOwnRateAndRoundingIsOfTheCheaperHours() {
        var terms = afterHours(Model.HOURLY, "60.00", "120.00", null);
        assertThat(price(terms, YES, YES, work(20, 10)).charges(NO_HOURS))
                .extracting(Charge::kind, Charge::minutes, Charge::amount)
                .containsExactly(tuple(Kind.TIME, 20, eur("20.00")), tuple(Kind.AFTER_HOURS, 10, eur("20.00")));
        assertThat(price(terms, YES, YES, work(20, 20)).charges(NO_HOURS))
                .extracting(Charge::kind, Charge::minutes, Charge::amount)
                .containsExactly(tuple(Kind.AFTER_HOURS, 30, eur("60.00")));
    }

    @Test
    void anIncludedPlanCanChargeTheNight() {
        var terms = afterHours(Model.INCLUDED, null, "140.00", null);
        assertThat(price(terms, NO, YES, work(45, 15)).charges(NO_HOURS))
                .extracting(Charge::kind, Charge::amount)
                .containsExactly(tuple(Kind.AFTER_HOURS, eur("35.00")));
    }

    @Test
    void whatPrepaidHoursDoNotCoverCostsTheirPriceByTheHour() {
        var terms = afterHours(Model.PREPAID_HOURS, "950.00", "140.00", 10);
        var price = price(terms, YES, YES, work(45, 0), work(40, 0));
        assertThat(price.charges(minutes -> minutes)).isEmpty();
        var asked = new int[1];
        assertThat(price.charges(minutes -> {
                    asked[0] = minutes;
                    return 60;
                }))
                .containsExactly(new Charge(
                        "beyond-package", Kind.BEYOND_PACKAGE, MONDAY, 30, eur("95.00"), eur("47.50"), null));
        assertThat(asked[0]).isEqualTo(90);
    }

    @Test
    void whatIsNotChargedGivesPrepaidHoursBack() {
        var asked = new int[] {-1};
        var price = price(afterHours(Model.PREPAID_HOURS, "950.00", null, 10), NO, null, work(45, 0));
        assertThat(price.charges(minutes -> {
                    asked[0] = minutes;
                    return minutes;
                }))
                .isEmpty();
        assertThat(asked[0]).isZero();
    }

    private static CasePrice price(Charging charging, Verdict within, @Nullable Verdict outside, TimeEntry... work) {
        return new CasePrice(charging, new CaseVerdict(within, outside, NOW), List.of(work), ENDED);
    }

    private TimeEntry work(int minutes, int afterHours) {
        return new TimeEntry(
                ++entries,
                "CW-2026-000001",
                "ada",
                "Ada",
                MONDAY,
                minutes,
                afterHours,
                "Work",
                null,
                null,
                null,
                "ada",
                NOW);
    }

    private static Charging charging(Model model, @Nullable String price, String currency) {
        return new Charging(
                model,
                price == null ? null : money(price, currency),
                Currency.getInstance(currency),
                null,
                null,
                null,
                null,
                null);
    }

    private static Charging afterHours(
            Model model, @Nullable String price, @Nullable String rate, @Nullable Integer hours) {
        return new Charging(
                model,
                price == null ? null : eur(price),
                Currency.getInstance("EUR"),
                hours,
                Duration.ofMinutes(15),
                null,
                rate == null ? null : eur(rate),
                null);
    }

    private static Money eur(String amount) {
        return money(amount, "EUR");
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
