package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                supportCase.reassess(severity);
                events.publishEvent(new CaseReassessed(number, severity));
                steps.record(supportCase, Kind.REASSESSED, Actor.agent(client), null, severity.name());
                process.tellReassessed(number);
            }
            return supportCase;
        });
    }

    /** The facts as they are now. */
    @Transactional(readOnly = true)
    public CaseFacts replan(CaseNumber number) {
        return steps.factsOf(steps.find(number));
    }

    /** A message of the customer was read; it may have changed how urgent the case is. */
    @Transactional
    public CaseFacts read(CaseNumber number, @Nullable Severity severity, @Nullable String agent, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (severity != null
                    && severity != supportCase.severity()
                    && !supportCase.status().isEnded()) {
                supportCase.reassess(severity);
                events.publishEvent(new CaseReassessed(number, severity));
            }
            steps.record(
                    supportCase,
                    Kind.MESSAGE_READ,
                    Actor.agent(agent),
                    step,
                    severity == null ? null : severity.name());
        });
        return steps.factsOf(found);
    }
}
