package io.casewright.knownissue.application;

import io.casewright.casefile.application.Advice;
import io.casewright.casefile.application.CaseProcess;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.Correspondence;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.knownissue.domain.KnownIssueWait.Ending;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a case go on that waits with a service incident. */
@Service
public class EndKnownIssue {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Correspondence correspondence;
    private final Advice advice;
    private final KnownIssueDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndKnownIssue(
            CaseSteps steps,
            CaseProcess process,
            Correspondence correspondence,
            Advice advice,
            KnownIssueDesk desk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.process = process;
        this.correspondence = correspondence;
        this.advice = advice;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The issue is over: the customer is asked to verify. A case that waits no more hears nothing, since the engine would keep the
     * message until the case waits for another issue.
     */
    @Transactional
    public void tellOver(CaseNumber number, String knownIssue, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (!supportCase.waitsFor(knownIssue)) {
                return;
            }
            desk.waitOf(supportCase).ifPresent(wait -> wait.end(Ending.ISSUE_OVER, clock.instant()));
            process.tellKnownIssueOver(supportCase, advice.knownIssueOver(knownIssue, localeOf(supportCase)));
            steps.record(supportCase, Kind.ISSUE_OVER, Actor.SYSTEM, step, knownIssue);
        });
    }

    /**
     * Microsoft takes the issue back. There was no fault whose end the customer could verify, so the case is diagnosed as if it had never
     * been linked.
     */
    @Transactional
    public void takeBack(CaseNumber number, String knownIssue, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> unlink(supportCase, knownIssue, Actor.SYSTEM, step));
    }

    /** The issue is not behind this case, whoever found that out; one that waits no more stays as it is. */
    void unlink(SupportCase supportCase, String knownIssue, Actor actor, Step step) {
        if (!supportCase.waitsFor(knownIssue)) {
            return;
        }
        desk.waitOf(supportCase).ifPresent(wait -> wait.end(Ending.NOT_THE_CAUSE, clock.instant()));
        supportCase.unlink();
        events.publishEvent(new CaseUnlinked(supportCase.number(), knownIssue));
        String words = advice.knownIssueNotCause(knownIssue, localeOf(supportCase));
        correspondence.write(supportCase, new LetterContent.Update(new PublicText(words)), step);
        process.tellUnlinked(supportCase);
        steps.record(supportCase, Kind.UNLINKED, actor, step, knownIssue);
    }

    private static Locale localeOf(SupportCase supportCase) {
        return Locale.forLanguageTag(supportCase.request().locale());
    }
}
