package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import java.util.List;

/**
 * A page of a list of cases.
 *
 * @param total how many there are on all pages, counted up to {@link #MOST_COUNTED}, and of what is searched for up to {@link #MOST_FOUND}
 * @param isTotalMore whether there are more than that
 * @param goesOn whether others follow on the next page
 */
public record CaseList(List<SupportCase> cases, long total, boolean isTotalMore, boolean goesOn) {

    /** Nobody reads on page by page so far, and counting further takes long. */
    public static final int MOST_COUNTED = 10_000;

    /** Of what is searched for, older cases are not told: whoever does not find it among so many asks for something else. */
    public static final int MOST_FOUND = 1_000;
}
