package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.persistence.SimilarCases;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds what helped before: resolved cases of any customer that read like this one. */
@Service
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class FindSimilarCases {

    private static final int SHOWN = 5;

    private final SimilarCases cases;

    FindSimilarCases(SimilarCases cases) {
        this.cases = cases;
    }

    /** A case as people of another customer's case may see it: without anything that names who asked. */
    public record SimilarCase(String number, String subject, String resolution, Instant resolvedAt, double score) {}

    /**
     * The most similar resolved or closed cases, best first.
     *
     * @param asking left out of the answer
     * @param product only cases of this product, whatever its case and blanks; null or blank looks at all
     * @param text any text of any length and language; only its words count
     */
    public List<SimilarCase> similarTo(CaseNumber asking, @Nullable String product, String text) {
        return cases.find(asking.value(), product, text, SHOWN).stream()
                .map(found -> new SimilarCase(
                        found.number(),
                        Redaction.of(found.subject()),
                        Redaction.of(found.resolution()),
                        found.resolvedAt(),
                        found.score()))
                .toList();
    }
}
