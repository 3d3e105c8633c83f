package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case another severity, and a running process the facts of its case. */
@Service
public class ReplanCase {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;

    ReplanCase(CaseSteps steps, CaseProcess process, ApplicationEventPublisher events) {
        this.steps = steps;
        this.process = process;
        this.events = events;
    }

    /**
     * Changes the severity and tells the process; the same severity again changes nothing.
     *
     * @return the case, empty when there is none of this number
     * @throws io.casewright.casefile.domain.NotPossibleNow when it has ended
     */
    @Transactional
    public Optional<SupportCase> reassess(CaseNumber number, Severity severity, String client) {
        return steps.hold(number).map(supportCase -> {
            if (supportCase.severity() != severity) {
                reassess(supportCase, severity);
                steps.record(supportCase, Kind.REASSESSED, Actor.agent(client), null, severity.name());
            }
            return supportCase;
        });
    }

    void reassess(SupportCase supportCase, Severity severity) {
        supportCase.reassess(severity);
        events.publishEvent(new CaseReassessed(supportCase.number(), severity));
        process.tellReassessed(supportCase.number());
    }

    /** The facts as they are now. */
    @Transactional(readOnly = true)
    public CaseFacts replan(CaseNumber number) {
        return steps.factsOf(steps.find(number));
    }
}
