package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.LetterContent;
import io.casewright.plan.application.ToldPlans;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.text.PublicAddress;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customer that the request has become a case, what is promised under which terms, and where help may be found at once. */
@Service
public class AcknowledgeRequest {

    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final ToldPlans told;
    private final PublicAddress address;

    AcknowledgeRequest(CaseSteps steps, Correspondence correspondence, ToldPlans told, PublicAddress address) {
        this.steps = steps;
        this.correspondence = correspondence;
        this.told = told;
        this.address = address;
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
            var plan = steps.planOf(supportCase);
            correspondence.write(
                    supportCase,
                    new LetterContent.Acknowledgement(
                            steps.firstResponseOf(supportCase), suggestion, termsOf(plan, supportCase)),
                    step);
            told.toldWith(number.value(), plan);
            steps.record(supportCase, Kind.ACKNOWLEDGED, Actor.SYSTEM, step, suggestion == null ? null : title);
        });
    }

    private LetterContent.Terms termsOf(PlanVersion plan, SupportCase supportCase) {
        var language = Locale.forLanguageTag(supportCase.request().locale());
        return new LetterContent.Terms(
                plan.terms().wordsFor(language).name(),
                address.ofPlan(plan.plan(), plan.number(), language.getLanguage()));
    }
}
