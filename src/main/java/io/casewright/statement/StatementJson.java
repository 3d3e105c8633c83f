package io.casewright.statement;

import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.text.Money;
import io.casewright.statement.application.ReadStatements.Summed;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.domain.Statement;
import io.casewright.statement.domain.StatementLine;
import io.casewright.statement.domain.Totals;
import io.casewright.statement.domain.Totals.OfRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement for programs. Amounts are decimal texts in the currency, with a minus where they are taken back.
 *
 * @param number null until it is approved
 * @param month such as 2026-11
 * @param total net and tax together
 * @param lines null where only the sums are told
 */
public record StatementJson(
        @Nullable String number,
        String customer,
        String month,
        String currency,
        String state,
        @Nullable Instant approvedAt,
        String net,
        String tax,
        String total,
        List<RateJson> rates,
        @Nullable List<LineJson> lines) {

    /** What is taxed alike; name and percent are null where no tax comes on top. */
    public record RateJson(@Nullable String name, @Nullable String percent, String net, String tax) {}

    /**
     * A charge.
     *
     * @param kind incident, time, after_hours, beyond_package, month or package
     * @param minutes those that are charged; null where time does not count
     * @param unitPrice of a case, a month or a package, or of an hour
     * @param net the amount without tax
     * @param disputes numbers of the cases in which it is disputed
     */
    public record LineJson(
            int line,
            LocalDate day,
            String kind,
            @Nullable String caseNumber,
            @Nullable Integer minutes,
            String unitPrice,
            String net,
            @Nullable String taxName,
            @Nullable String taxPercent,
            List<String> disputes) {

        private static LineJson of(StatementLine line) {
            var charge = line.charge();
            return new LineJson(
                    line.position(),
                    charge.day(),
                    word(charge.kind()),
                    charge.caseNumber(),
                    charge.minutes(),
                    amount(charge.unitPrice()),
                    amount(charge.amount()),
                    name(charge.tax()),
                    percent(charge.tax()),
                    line.disputes());
        }
    }

    public static StatementJson of(Whole whole) {
        return of(
                whole.statement(),
                whole.totals(),
                whole.lines().stream().map(LineJson::of).toList());
    }

    /** Only the sums. */
    public static StatementJson of(Summed summed) {
        return of(summed.statement(), summed.totals(), null);
    }

    private static StatementJson of(Statement statement, Totals totals, @Nullable List<LineJson> lines) {
        return new StatementJson(
                statement.number(),
                statement.customerDomain(),
                statement.month().toString(),
                statement.currency().getCurrencyCode(),
                word(statement.state()),
                statement.is(Statement.State.APPROVED) ? statement.decidedAt() : null,
                amount(totals.net()),
                amount(totals.tax()),
                amount(totals.gross()),
                totals.rates().stream().map(StatementJson::rate).toList(),
                lines);
    }

    private static RateJson rate(OfRate rate) {
        return new RateJson(name(rate.tax()), percent(rate.tax()), amount(rate.net()), amount(rate.amount()));
    }

    private static @Nullable String name(@Nullable Tax tax) {
        return tax == null ? null : tax.name();
    }

    private static @Nullable String percent(@Nullable Tax tax) {
        return tax == null ? null : tax.percent().stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }
}
