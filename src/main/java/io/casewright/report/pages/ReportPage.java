package io.casewright.report.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, as it is shown.
 *
 * @param csv where it is as a file
 */
record ReportPage(
        String title,
        String help,
        List<Tab> tabs,
        String from,
        String to,
        List<Choice> by,
        List<Only> only,
        String part,
        List<String> columns,
        List<Row> rows,
        @Nullable Row sum,
        String csv) {

    /** Another report. */
    record Tab(String name, String address, boolean isHere) {}

    record Choice(String word, String name, boolean isChosen) {}

    /** To what it is narrowed. */
    record Only(String word, String name, String value) {}

    record Row(String part, List<Cell> cells) {}

    /** A figure; the address opens its cases, and is null where there are none. */
    record Cell(String text, @Nullable String address) {}
}
