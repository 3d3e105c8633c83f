package io.casewright.solution;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.solution.SolvedCases.Found;
import io.casewright.triage.RequestReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what helped before: closed cases of any customer that read like this one. They share words with it, or in another
 * language the subjects that the request reader knows.
 */
@Service
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class FindSimilarCases {

    private static final int SHOWN = 5;

    private final SolvedCases solvedCases;
    private final RequestReader reader;

    FindSimilarCases(SolvedCases solvedCases, RequestReader reader) {
        this.solvedCases = solvedCases;
        this.reader = reader;
    }

    /**
     * The most similar solved cases, best first, as people of another customer's case may see them.
     *
     * @param asking left out of the answer
     * @param product only cases of this product, whatever its case and blanks; null or blank looks at all
     * @param text any text of any length and language; only its words count
     */
    public List<Found> similarTo(CaseNumber asking, @Nullable String product, String text) {
        return solvedCases.find(asking.value(), product, text, reader.topics(text), SHOWN);
    }
}
