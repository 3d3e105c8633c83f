package io.casewright.desk.domain;

import java.util.List;

/**
 * The rows of a page of a list.
 *
 * @param total how many there are on all pages; of a list that is searched or filtered at most {@link #MOST_COUNTED}
 */
public record DeskRows(List<DeskRow> rows, long total) {

    public static final int MOST_COUNTED = 1_001;
}
