package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Takes a closed case up again, whoever wants it. */
@Component
class Reopening {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Solutions solutions;

    Reopening(CaseSteps steps, CaseProcess process, Solutions solutions) {
        this.steps = steps;
        this.process = process;
        this.solutions = solutions;
    }

    /**
     * @param words why
     * @throws io.casewright.casefile.domain.NotPossibleNow unless it is closed
     */
    void reopen(SupportCase closed, Actor actor, String words) {
        closed.reopen();
        solutions.forget(closed);
        steps.record(closed, Kind.REOPENED, actor, null, words);
        process.startReopened(closed);
    }
}
