package io.casewright.report.web;

import io.casewright.report.domain.Dimension;
import io.casewright.report.domain.Figures;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was counted. */
record ReportView(String report, LocalDate from, LocalDate to, String by, List<RowView> rows) {

    /**
     * One row.
     *
     * @param part what it stands for: a customer by name, or a word of ours; none where a case has no value
     */
    record RowView(String part, Map<String, Long> counts, long total) {}

    static ReportView of(Figures figures, LocalDate from, LocalDate to, Dimension by) {
        return new ReportView(
                figures.report().word(),
                from,
                to,
                by.word(),
                figures.rows().stream().map(row -> row(figures, row, by)).toList());
    }

    private static RowView row(Figures figures, Figures.Row row, Dimension by) {
        var counts = new LinkedHashMap<String, Long>();
        figures.report().columns().forEach(column -> counts.put(column.toLowerCase(Locale.ROOT), row.count(column)));
        String part = by == Dimension.CUSTOMER ? row.part() : row.part().toLowerCase(Locale.ROOT);
        return new RowView(part, counts, row.total());
    }
}
