package io.casewright.solution;

import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.text.CutText;
import io.casewright.solution.SolvedCases.Found;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agent's form shows of cases that read like this one and were solved. */
@Service
public class ShowSimilarCases {

    /** In UTF-8: the variables of a case together stay under 16 KB, in any script. */
    static final int MOST_BYTES = 3_000;

    private static final int SUBJECT = 120;
    private static final int RESOLUTION = 400;

    private final FindCases cases;
    private final FindSimilarCases similarCases;

    ShowSimilarCases(FindCases cases, FindSimilarCases similarCases) {
        this.cases = cases;
        this.similarCases = similarCases;
    }

    /** The best of them with their resolutions, as many as have room; empty when there are none. */
    @Transactional(readOnly = true)
    public String summaryFor(CaseNumber number) {
        var request = cases.byNumber(number).orElseThrow().request();
        var summary = new StringBuilder();
        int left = MOST_BYTES;
        for (Found found :
                similarCases.similarTo(number, request.product(), request.subject() + "\n" + request.description())) {
            String text = (summary.isEmpty() ? "" : "\n\n") + told(found);
            left -= text.getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                break;
            }
            summary.append(text);
        }
        return summary.toString();
    }

    private static String told(Found found) {
        return "%s: %s\n%s"
                .formatted(
                        found.number(),
                        CutText.upTo(SUBJECT, found.subject()),
                        CutText.upTo(RESOLUTION, found.resolution()));
    }
}
