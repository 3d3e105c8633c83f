package io.casewright.satisfaction.application;

import io.casewright.casefile.application.AgentText;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.text.CutText;
import io.casewright.satisfaction.domain.Rating;
import io.casewright.satisfaction.persistence.Surveys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has somebody call a customer who is unhappy, and keeps what was done. */
@Service
public class UnhappyCustomers {

    private static final int SHOWN = 1000;
    private static final Duration CALLED_WITHIN = Duration.ofDays(1);

    private final Surveys surveys;
    private final CaseSteps steps;
    private final EngineOutbox engine;
    private final Clock clock;

    UnhappyCustomers(Surveys surveys, CaseSteps steps, EngineOutbox engine, Clock clock) {
        this.surveys = surveys;
        this.steps = steps;
        this.engine = engine;
        this.clock = clock;
    }

    /** Starts the process in which a duty manager calls; in the current transaction. */
    void haveCalled(SupportCase supportCase, Rating rating) {
        var facts = steps.factsOf(supportCase);
        var variables = new HashMap<String, Object>();
        variables.put("caseNumber", facts.caseNumber());
        variables.put("customerName", facts.customerName());
        variables.put("contactName", facts.contactName());
        variables.put("subject", facts.subject());
        variables.put("caseLink", facts.caseLink());
        variables.put("rating", rating.stars());
        variables.put("ratingComment", CutText.upTo(SHOWN, rating.comment()));
        variables.put("taskDue", dueOf(supportCase.number().value()).toString());
        engine.send(EngineMessage.starting(SatisfactionMessages.RATED_LOW, facts.caseNumber(), variables));
    }

    private Instant dueOf(String number) {
        var answeredAt = surveys.of(number).orElseThrow().answeredAt();
        return Objects.requireNonNullElseGet(answeredAt, clock::instant).plus(CALLED_WITHIN);
    }

    /** The process is begun again in another engine, unless somebody has called. */
    @Transactional
    public void haveCalledAgain(CaseNumber number) {
        var survey = surveys.hold(number.value()).orElseThrow();
        var rating = survey.rating();
        if (rating != null && survey.needsCall() && survey.calledAt() == null) {
            haveCalled(steps.find(number), rating);
        }
    }

    /** Why this cannot be taken, as a sentence for the duty manager. */
    public Optional<String> problemWith(@Nullable String note) {
        return AgentText.problemWith("What was done", note);
    }

    /** Keeps what was done, once per step. */
    @Transactional
    public void record(CaseNumber number, String note, @Nullable String by, Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            var survey = surveys.hold(number.value()).orElseThrow();
            surveys.called(survey.id(), note, by, clock.instant());
            steps.record(supportCase, TimelineEntry.Kind.CALLED_BACK, Actor.agent(by), step, note);
        });
    }
}
