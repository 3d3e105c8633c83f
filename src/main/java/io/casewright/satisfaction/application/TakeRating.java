package io.casewright.satisfaction.application;

import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.platform.text.Fingerprint;
import io.casewright.satisfaction.domain.Rating;
import io.casewright.satisfaction.persistence.Surveys;
import io.casewright.satisfaction.persistence.Surveys.Survey;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a customer says through the link of a letter, once. */
@Service
public class TakeRating {

    private final Surveys surveys;
    private final CaseSteps steps;
    private final UnhappyCustomers unhappyCustomers;
    private final SurveySettings settings;
    private final Clock clock;

    TakeRating(
            Surveys surveys, CaseSteps steps, UnhappyCustomers unhappyCustomers, SurveySettings settings, Clock clock) {
        this.surveys = surveys;
        this.steps = steps;
        this.unhappyCustomers = unhappyCustomers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a link leads. */
    public enum Door {
        OPEN,
        /** The customer has answered. */
        USED,
        EXPIRED,
        /** Nobody was sent it. */
        UNKNOWN
    }

    /** @param caseNumber null behind a door that is {@link Door#UNKNOWN} */
    public record Behind(Door door, @Nullable String caseNumber) {}

    /** Looking decides nothing. */
    @Transactional(readOnly = true)
    public Behind look(String token) {
        return behind(surveys.byLink(Fingerprint.of(token)));
    }

    /** Takes the answer if the door is open; what it was before is told. Of two at once the second finds it used. */
    @Transactional
    public Behind take(String token, Rating rating) {
        var found = surveys.byLink(Fingerprint.of(token)).map(Survey::caseNumber);
        if (found.isEmpty()) {
            return new Behind(Door.UNKNOWN, null);
        }
        var supportCase = steps.find(new CaseNumber(found.get()));
        var survey = surveys.hold(found.get()).orElseThrow();
        var behind = supportCase.isErased() ? new Behind(Door.EXPIRED, found.get()) : behind(Optional.of(survey));
        if (behind.door() == Door.OPEN) {
            boolean needsCall = rating.stars() <= settings.lowRating();
            surveys.answered(survey.id(), rating, needsCall, clock.instant());
            steps.record(
                    supportCase,
                    TimelineEntry.Kind.RATED,
                    Actor.customer(steps.factsOf(supportCase).contactName()),
                    null,
                    rating.words());
            if (needsCall) {
                unhappyCustomers.haveCalled(supportCase, rating);
            }
        }
        return behind;
    }

    private Behind behind(Optional<Survey> found) {
        return found.map(survey -> new Behind(doorOf(survey), survey.caseNumber()))
                .orElseGet(() -> new Behind(Door.UNKNOWN, null));
    }

    private Door doorOf(Survey survey) {
        if (survey.rating() != null) {
            return Door.USED;
        }
        var until = survey.validUntil();
        return until != null && clock.instant().isBefore(until) ? Door.OPEN : Door.EXPIRED;
    }
}
