package io.casewright.report.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;

/**
 * The cases behind a figure.
 *
 * @param isMore whether there are more than are shown
 * @param back to the report
 */
record CasesPage(String report, String part, String column, List<Line> lines, boolean isMore, String back, String csv) {

    /** @param times how often it was counted */
    record Line(
            String number,
            String subject,
            String customer,
            String statusName,
            String status,
            Moment received,
            long times) {}
}
