package io.casewright.charge.web;

import io.casewright.charge.application.ReadCharges.CaseCharge;
import io.casewright.charge.domain.ChargeLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a case costs as the interface shows it.
 *
 * @param decidedAt null while the case goes on; then nothing else is known either
 * @param afterHoursCharged null where the plan makes no difference
 * @param total without tax
 */
record CaseChargeView(
        @Nullable Instant decidedAt,
        @Nullable Boolean charged,
        @Nullable String why,
        @Nullable Boolean afterHoursCharged,
        @Nullable String afterHoursWhy,
        @Nullable BigDecimal total,
        @Nullable String currency,
        List<LineView> lines) {

    /**
     * A line.
     *
     * @param minutes that are charged; null where time does not count
     * @param unitPrice of a case or of an hour
     */
    record LineView(
            String kind,
            LocalDate day,
            @Nullable Integer minutes,
            BigDecimal unitPrice,
            BigDecimal amount,
            String currency) {

        static LineView of(ChargeLine line) {
            return new LineView(
                    line.kind().name(),
                    line.day(),
                    line.minutes(),
                    line.unitPrice().amount(),
                    line.amount().amount(),
                    line.amount().currency().getCurrencyCode());
        }
    }

    static CaseChargeView of(Optional<CaseCharge> charge) {
        return charge.map(CaseChargeView::of)
                .orElse(new CaseChargeView(null, null, null, null, null, null, null, List.of()));
    }

    private static CaseChargeView of(CaseCharge charge) {
        var verdict = charge.verdict();
        var outside = verdict.outside();
        var total = charge.total();
        return new CaseChargeView(
                verdict.decidedAt(),
                verdict.within().charged(),
                verdict.within().why(),
                outside == null ? null : outside.charged(),
                outside == null ? null : outside.why(),
                total == null ? null : total.amount(),
                total == null ? null : total.currency().getCurrencyCode(),
                charge.lines().stream().map(LineView::of).toList());
    }
}
