package io.casewright.desk.domain;

import org.jspecify.annotations.Nullable;

/**
 * A list as somebody looks at it.
 *
 * @param queue only this queue
 * @param severity only this severity, by its name
 * @param assignee only tasks of this login; {@link #NOBODY} for those nobody has taken
 * @param customer only customers whose names begin so
 * @param text words to search for, empty for none
 * @param page counted from 1
 */
public record DeskView(
        DeskList list,
        DeskColumn sort,
        boolean descending,
        @Nullable String queue,
        @Nullable String severity,
        @Nullable String assignee,
        @Nullable String customer,
        String text,
        int page) {

    public static final String NOBODY = "-";

    public static DeskView of(DeskList list) {
        return new DeskView(list, DeskColumn.PROMISE, false, null, null, null, null, "", 1);
    }

    public DeskView on(int otherPage) {
        return new DeskView(list, sort, descending, queue, severity, assignee, customer, text, otherPage);
    }

    public DeskView sortedBy(DeskColumn column, boolean downwards) {
        return new DeskView(list, column, downwards, queue, severity, assignee, customer, text, 1);
    }

    /** Whether it finds cases, with their open tasks if there are any, instead of tasks. */
    public boolean isOfCases() {
        return list == DeskList.WAITING || (list == DeskList.ALL && !text.isEmpty());
    }

    public boolean isFiltered() {
        return isNarrowed() || !text.isEmpty();
    }

    /** Whether all cases are looked through for the words, and nothing else is asked for. */
    public boolean isOnlySearched() {
        return list == DeskList.ALL && !text.isEmpty() && !isNarrowed();
    }

    private boolean isNarrowed() {
        return queue != null || severity != null || assignee != null || customer != null;
    }
}
