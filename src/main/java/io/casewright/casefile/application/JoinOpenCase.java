package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case whose request is open already, and says so on both. */
@Service
public class JoinOpenCase {

    private final CaseSteps steps;
    private final Clock clock;

    JoinOpenCase(CaseSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional
    public void join(CaseNumber number, CaseNumber open, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            supportCase.join(open, clock.instant());
            steps.record(supportCase, Kind.JOINED, Actor.SYSTEM, step, open.value());
            steps.record(steps.find(open), Kind.JOINED, Actor.SYSTEM, null, number.value());
        });
    }
}
