package io.casewright.report.pages;

import io.casewright.platform.pages.Texts;
import io.casewright.report.application.ReadStanding;
import io.casewright.report.domain.Standing;
import io.casewright.report.domain.Standing.Month;
import io.casewright.report.pages.ReportPage.Cell;
import io.casewright.report.pages.ReportPage.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows how the partner stands with Microsoft: a row for each month, and what is to be reached below. */
@Component
class StandingPages {

    private final ReadStanding readStanding;
    private final Texts texts;

    StandingPages(ReadStanding readStanding, Texts texts) {
        this.readStanding = readStanding;
        this.texts = texts;
    }

    /** The rows, with what is to be reached as their last line. */
    record Shown(
            String part,
            List<String> columns,
            List<Row> rows,
            @Nullable Row thresholds) {}

    Shown of(ReportAddress address) {
        var standing =
                readStanding.between(address.days().from(), address.days().to());
        var thresholds = standing.thresholds();
        return new Shown(
                texts.of("report.standing.month"),
                List.of(
                        texts.of("report.standing.tickets"),
                        texts.of("report.standing.rate", standing.customers()),
                        texts.of("report.standing.avoided"),
                        texts.of("report.standing.first-response"),
                        texts.of("report.standing.satisfaction")),
                standing.months().stream().map(month -> row(month, standing)).toList(),
                new Row(
                        texts.of("report.standing.threshold"),
                        List.of(
                                new Cell("", null),
                                cell(thresholds.mostTickets(), most -> texts.of("report.standing.at-most", most)),
                                new Cell("", null),
                                cell(
                                        thresholds.firstResponseKept(),
                                        least -> texts.of("report.standing.at-least-percent", least)),
                                cell(
                                        thresholds.satisfaction(),
                                        least -> texts.of("report.standing.at-least", least)))));
    }

    private Row row(Month month, Standing standing) {
        return new Row(
                month.month().toString(),
                List.of(
                        new Cell(Long.toString(month.tickets()), null),
                        new Cell(part(100.0 * month.tickets(), standing.customers()), null),
                        new Cell(Long.toString(month.avoided()), null),
                        new Cell(percent(month.kept(), month.kept() + month.missed()), null),
                        new Cell(part(month.stars(), month.ratings()), null)));
    }

    private static String percent(long of, long all) {
        return all == 0 ? "–" : part(100.0 * of, all) + " %";
    }

    private static String part(double of, long all) {
        return all == 0 ? "–" : String.format(LocaleContextHolder.getLocale(), "%.1f", of / all);
    }

    private Cell cell(@Nullable BigDecimal threshold, UnaryOperator<String> words) {
        return new Cell(
                threshold == null ? texts.of("report.standing.not-set") : words.apply(threshold.toPlainString()), null);
    }
}
