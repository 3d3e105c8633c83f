package io.casewright.desk.domain;

import java.util.List;

/**
 * The rows of a page of a list.
 *
 * @param total how many there are on all pages; of a list that is searched or filtered at most {@link #MOST_COUNTED}
 * @param isPartial whether more than {@link #MOST_SEARCHED} cases were found, of which only the newest are among the rows
 */
public record DeskRows(List<DeskRow> rows, long total, boolean isPartial) {

    public static final int MOST_COUNTED = 1_001;

    /** A word that so many cases have finds nothing; sorting them all would only take long. */
    public static final int MOST_SEARCHED = 5_000;
}
