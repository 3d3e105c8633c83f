package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.message.LetterContent.Closing;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles a resolved case after the customer's answer or silence. What the customer said is read from the case, not from
 * the message: an answer that arrives together with the end of the waiting time still counts.
 */
@Service
public class RecordAnswer {

    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final Solutions solutions;
    private final Clock clock;

    RecordAnswer(CaseSteps steps, Correspondence correspondence, Solutions solutions, Clock clock) {
        this.steps = steps;
        this.correspondence = correspondence;
        this.solutions = solutions;
        this.clock = clock;
    }

    /** Whether the problem counts as solved. */
    @Transactional
    public boolean record(CaseNumber number, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status() == CaseStatus.WITHDRAWN) {
                return;
            }
            supportCase.settle(clock.instant());
            var kind =
                    supportCase.status() == CaseStatus.CLOSED ? TimelineEntry.Kind.CLOSED : TimelineEntry.Kind.REOPENED;
            if (kind == TimelineEntry.Kind.CLOSED) {
                boolean confirmed = supportCase.customerAnswer().isPresent();
                correspondence.write(
                        supportCase,
                        new Closing(confirmed ? Closing.Reason.CONFIRMED : Closing.Reason.NO_ANSWER),
                        step);
                solutions.keep(supportCase);
            }
            steps.record(supportCase, kind, Actor.SYSTEM, step, null);
        });
        return found.status().isEnded();
    }
}
