package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import io.casewright.platform.text.InputText;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers a request that is not ours to work on, and closes it. */
@Service
public class RedirectCustomer {

    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final Advice advices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RedirectCustomer(
            CaseSteps steps,
            Correspondence correspondence,
            Advice advices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.correspondence = correspondence;
        this.advices = advices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells the customer whose the request is.
     *
     * @param remit what the triage found; null after a diagnosis
     * @param advice the agent's own words; null or blank when the remit says it all
     */
    @Transactional
    public void redirect(CaseNumber number, @Nullable Remit remit, @Nullable String advice, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            boolean ownWords = advice != null && InputText.isVisible(advice);
            String words = ownWords && advice != null
                    ? advice
                    : advices.of(
                            remit == null ? Remit.INSIDE : remit,
                            Locale.forLanguageTag(supportCase.request().locale()));
            supportCase.redirect(clock.instant());
            correspondence.write(supportCase, new LetterContent.Advice(new PublicText(words), !ownWords), step);
            steps.record(supportCase, Kind.REDIRECTED, ownWords ? Actor.agent(null) : Actor.SYSTEM, step, words);
            events.publishEvent(new CaseEnded(number));
        });
    }
}
