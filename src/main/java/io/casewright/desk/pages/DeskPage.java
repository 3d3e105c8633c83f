package io.casewright.desk.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of the Desk, as it is shown.
 *
 * @param address of this list as it is looked at
 * @param query the same, the part after the question mark
 * @param asked how much colleagues ask the person
 * @param isCut whether there are more than were counted
 * @param note what must be known of the lines; null when there is nothing
 * @param everywhere address of the same search among all cases; null when this is it
 */
record DeskPage(
        String address,
        String query,
        String title,
        List<Tab> tabs,
        long asked,
        List<Column> columns,
        List<Row> rows,
        long total,
        boolean isCut,
        @Nullable String note,
        int page,
        int pages,
        @Nullable String before,
        @Nullable String after,
        @Nullable String everywhere,
        @Nullable String unfiltered,
        Filters filters,
        boolean acts,
        List<Choice> colleagues) {

    record Tab(String name, String words, String address, long count, boolean isCurrent) {}

    /**
     * The head of a column.
     *
     * @param sorted {@code ascending}, {@code descending} or {@code none}
     */
    record Column(String name, String words, String address, String sorted) {}

    record Choice(String value, String words, boolean isChosen) {}

    record Filters(
            String list,
            String sort,
            String text,
            String customer,
            List<Choice> queues,
            List<Choice> severities,
            List<Choice> assignees) {}

    /**
     * One line.
     *
     * @param id of the task; null for a case without one
     * @param address of the task, or of the case
     * @param label what is said of the line to who does not see it
     * @param step what is to be done, or where the case stands
     * @param due null when nothing is promised
     * @param dueState {@code late} or {@code open}
     */
    record Row(
            @Nullable Long id,
            String address,
            String number,
            String label,
            String customer,
            String subject,
            String step,
            String severity,
            @Nullable Moment due,
            String dueState,
            String queue,
            String assignee,
            boolean isMine,
            @Nullable Moment wrote,
            boolean isNews) {}
}
