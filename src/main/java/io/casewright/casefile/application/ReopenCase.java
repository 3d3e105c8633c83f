package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties a reopened case to the process that carries it from now on. */
@Service
public class ReopenCase {

    private final CaseSteps steps;
    private final CaseProcess process;

    ReopenCase(CaseSteps steps, CaseProcess process) {
        this.steps = steps;
        this.process = process;
    }

    /** What the process and its forms need to know; a case that was withdrawn in between ends its process. */
    @Transactional
    public CaseFacts reopen(CaseNumber number, long processInstanceKey, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                // The withdrawal may have reached the process that was about to end.
                process.tellWithdrawn(number);
                return;
            }
            supportCase.carriedBy(processInstanceKey);
            steps.record(supportCase, Kind.REGISTERED, Actor.SYSTEM, step, null);
        });
        return steps.factsOf(found);
    }
}
