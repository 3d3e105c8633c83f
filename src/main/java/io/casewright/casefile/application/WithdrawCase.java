package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case because the customer no longer needs an answer. */
@Service
public class WithdrawCase {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawCase(CaseSteps steps, CaseProcess process, ApplicationEventPublisher events, Clock clock) {
        this.steps = steps;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Withdraws the case and tells its process; withdrawing it again changes nothing.
     *
     * @return the case, empty when there is none of this number
     * @throws io.casewright.casefile.domain.NotPossibleNow when it has ended in another way
     */
    @Transactional
    public Optional<SupportCase> withdraw(CaseNumber number, @Nullable String reason, String client) {
        return steps.hold(number).map(supportCase -> {
            if (supportCase.status() != CaseStatus.WITHDRAWN) {
                supportCase.withdraw(clock.instant());
                steps.record(supportCase, TimelineEntry.Kind.WITHDRAWN, Actor.customer(client), null, reason);
                process.tellWithdrawn(number);
                events.publishEvent(new CaseEnded(number));
            }
            return supportCase;
        });
    }
}
