package io.casewright.casefile.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of cases, as it is shown.
 *
 * @param status the status that was asked for, empty for any
 * @param page counted from 1
 * @param total number of cases on all pages
 * @param isMore whether there are more than that
 */
record CaseListPage(
        List<Row> rows,
        List<Choice> statuses,
        String status,
        String text,
        int page,
        int pages,
        long total,
        boolean isMore) {

    record Row(
            String number,
            String subject,
            String status,
            String statusName,
            String customer,
            String severity,
            String queue,
            Moment received) {}

    /** One status to choose from. */
    record Choice(String name, String words) {}

    /** Number of the page with newer cases. */
    public @Nullable Integer newer() {
        return page > 1 && pages > 0 ? Math.min(page - 1, pages) : null;
    }

    /** Number of the page with older cases. */
    public @Nullable Integer older() {
        return page < pages ? page + 1 : null;
    }
}
