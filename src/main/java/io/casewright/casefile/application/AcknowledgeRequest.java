package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.LetterContent;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customer that the request has become a case, what is promised, and where help may be found at once. */
@Service
public class AcknowledgeRequest {

    private final CaseSteps steps;
    private final Correspondence correspondence;

    AcknowledgeRequest(CaseSteps steps, Correspondence correspondence) {
        this.steps = steps;
        this.correspondence = correspondence;
    }

    /**
     * Writes the acknowledgement.
     *
     * @param title of a self-service article that may help; null or empty when there is none
     * @param link where it stands
     */
    @Transactional
    public void acknowledge(CaseNumber number, @Nullable String title, @Nullable String link, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            var suggestion = title == null || title.isBlank() || link == null
                    ? null
                    : new LetterContent.Suggestion(title, URI.create(link));
            correspondence.write(
                    supportCase,
                    new LetterContent.Acknowledgement(steps.factsOf(supportCase).taskDue(), suggestion),
                    step);
            steps.record(supportCase, Kind.ACKNOWLEDGED, Actor.SYSTEM, step, suggestion == null ? null : title);
        });
    }
}
