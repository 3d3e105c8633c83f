package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agent's form shows of cases that read like this one and were solved. */
@Service
public class ShowSimilarCases {

    private static final int SHOWN_OF_EACH = 500;

    private final CaseSteps steps;
    private final FindSimilarCases similarCases;

    ShowSimilarCases(CaseSteps steps, FindSimilarCases similarCases) {
        this.steps = steps;
        this.similarCases = similarCases;
    }

    /** The best of them with their resolutions; empty when there are none. */
    @Transactional(readOnly = true)
    public String summaryFor(CaseNumber number) {
        var request = steps.find(number).request();
        return similarCases
                .similarTo(number, request.product(), request.subject() + "\n" + request.description())
                .stream()
                .map(similar -> "%s: %s\n%s"
                        .formatted(
                                similar.number(),
                                similar.subject(),
                                AgentText.upTo(SHOWN_OF_EACH, similar.resolution())))
                .collect(Collectors.joining("\n\n"));
    }
}
