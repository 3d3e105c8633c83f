package io.casewright.report.web;

import io.casewright.report.domain.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the partner stands with Microsoft.
 *
 * @param customers that there are now
 */
record StandingView(LocalDate from, LocalDate to, long customers, ThresholdsView thresholds, List<MonthView> months) {

    /** What is to be reached; null where nobody set it. */
    record ThresholdsView(
            @Nullable BigDecimal mostTicketsPer100Customers,
            @Nullable BigDecimal firstResponseKeptPercent,
            @Nullable BigDecimal satisfaction) {}

    /** A month, by UTC. */
    record MonthView(
            String month,
            long ticketsAtMicrosoft,
            long handOffsAvoided,
            long firstResponsesKept,
            long firstResponsesMissed,
            long ratings,
            long stars) {

        static MonthView of(Standing.Month month) {
            return new MonthView(
                    month.month().toString(),
                    month.tickets(),
                    month.avoided(),
                    month.kept(),
                    month.missed(),
                    month.ratings(),
                    month.stars());
        }
    }

    static StandingView of(Standing standing, LocalDate from, LocalDate to) {
        var thresholds = standing.thresholds();
        return new StandingView(
                from,
                to,
                standing.customers(),
                new ThresholdsView(thresholds.mostTickets(), thresholds.firstResponseKept(), thresholds.satisfaction()),
                standing.months().stream().map(MonthView::of).toList());
    }
}
