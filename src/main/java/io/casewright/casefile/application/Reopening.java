package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a closed case up again, whoever wants it. */
@Component
class Reopening {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;
    private final CaseSettings settings;
    private final Clock clock;

    Reopening(
            CaseSteps steps,
            CaseProcess process,
            ApplicationEventPublisher events,
            CaseSettings settings,
            Clock clock) {
        this.steps = steps;
        this.process = process;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether it closed so short a time ago that what comes now is about the same. */
    boolean mayReopen(SupportCase supportCase) {
        return supportCase.status() == CaseStatus.CLOSED
                && !supportCase.isErased()
                && supportCase
                        .endedAt()
                        .map(ended -> clock.instant().isBefore(ended.plus(settings.reopenTime())))
                        .orElse(false);
    }

    /**
     * @param words why
     * @throws io.casewright.casefile.domain.NotPossibleNow unless it is closed
     */
    void reopen(SupportCase closed, Actor actor, String words) {
        closed.reopen();
        events.publishEvent(new CaseReopened(closed));
        steps.record(closed, Kind.REOPENED, actor, null, words);
        process.startReopened(closed);
    }
}
