package io.casewright.report.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted, row by row. */
public record Figures(Report report, List<Row> rows) {

    public Figures {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param part what it stands for: a customer, or a name of ours
     * @param counts by column; a column without any has zero
     */
    public record Row(String part, Map<String, Long> counts) {

        public long count(String column) {
            return counts.getOrDefault(column, 0L);
        }

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** All rows in one. */
    public Row sum() {
        var counts = new LinkedHashMap<String, Long>();
        rows.forEach(row -> row.counts().forEach((column, count) -> counts.merge(column, count, Long::sum)));
        return new Row("", counts);
    }
}
