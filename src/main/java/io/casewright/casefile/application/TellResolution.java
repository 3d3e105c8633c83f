package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customer how a case was solved and lets the time to confirm begin. */
@Service
public class TellResolution {

    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final CaseSettings settings;
    private final Clock clock;

    TellResolution(CaseSteps steps, Correspondence correspondence, CaseSettings settings, Clock clock) {
        this.steps = steps;
        this.correspondence = correspondence;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How long the customer may take.
     *
     * @param due when the case closes by itself
     * @param reminderAt when the customer is reminded of that
     * @param waitKey names this wait apart from others of the case
     */
    public record Confirmation(Instant due, Instant reminderAt, String waitKey) {}

    /** The customer is told, and may confirm. */
    @Transactional
    public Confirmation tell(CaseNumber number, String resolution, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            Instant now = clock.instant();
            Instant due = now.plus(settings.confirmationTime());
            supportCase.resolve(resolution, now, due);
            correspondence.write(supportCase, new LetterContent.Resolution(new PublicText(resolution), due), step);
            steps.record(supportCase, Kind.RESOLVED, Actor.SYSTEM, step, resolution);
        });
        var due = found.confirmationDue().orElseGet(clock::instant);
        return new Confirmation(due, due.minus(settings.closingReminder()), found.waitKey());
    }
}
