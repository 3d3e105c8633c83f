package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties a case to the process that carries it from now on. */
@Service
public class RegisterCase {

    private final CaseSteps steps;

    RegisterCase(CaseSteps steps) {
        this.steps = steps;
    }

    /** What the process and its forms need to know; a case that was withdrawn in between stays as it is. */
    @Transactional
    public CaseFacts register(CaseNumber number, long processInstanceKey, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status() != CaseStatus.WITHDRAWN) {
                supportCase.register(processInstanceKey);
                steps.record(supportCase, TimelineEntry.Kind.REGISTERED, Actor.SYSTEM, step, null);
            }
        });
        return steps.factsOf(found);
    }
}
