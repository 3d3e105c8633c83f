package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.IssueStanding;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a case wait with a service incident, and go on when that is over. */
@Service
public class LinkKnownIssue {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Correspondence correspondence;
    private final Advice advice;
    private final CustomerDirectory directory;
    private final HealthCheck health;
    private final CaseSettings settings;

    LinkKnownIssue(
            CaseSteps steps,
            CaseProcess process,
            Correspondence correspondence,
            Advice advice,
            CustomerDirectory directory,
            HealthCheck health,
            CaseSettings settings) {
        this.steps = steps;
        this.process = process;
        this.correspondence = correspondence;
        this.advice = advice;
        this.directory = directory;
        this.health = health;
        this.settings = settings;
    }

    /** What became of the issue a case waits for. */
    public enum State {
        ACTIVE,
        OVER,
        NOT_AWAITED
    }

    /** Tells the customer, and has the issue watched from now on. */
    @Transactional
    public void link(CaseNumber number, String knownIssue, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status() != CaseStatus.WAITING_FOR_SERVICE_INCIDENT) {
                return;
            }
            String words =
                    advice.knownIssue(knownIssue, localeOf(supportCase.request().locale()));
            correspondence.write(supportCase, new LetterContent.Update(new PublicText(words)), step);
            process.watchKnownIssue(number, knownIssue, settings.knownIssueCheck());
            steps.record(supportCase, Kind.LINKED, Actor.SYSTEM, step, knownIssue);
        });
    }

    /** Looks once; while service health cannot be read, or does not know the issue, it counts as active. */
    @Transactional(readOnly = true)
    public State look(CaseNumber number, String knownIssue) {
        var found = steps.find(number);
        if (!waitsFor(knownIssue, found)) {
            return State.NOT_AWAITED;
        }
        String tenant = directory.contact(found.contactId()).tenantId();
        return health.standingOf(tenant, knownIssue).state() == IssueStanding.State.OVER ? State.OVER : State.ACTIVE;
    }

    /**
     * The case goes on: its customer is asked to verify. One that waits no more hears nothing, since the engine would keep the
     * message until the case waits for another issue.
     */
    @Transactional
    public void tellOver(CaseNumber number, String knownIssue, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (!waitsFor(knownIssue, supportCase)) {
                return;
            }
            process.tellKnownIssueOver(
                    number,
                    advice.knownIssueOver(
                            knownIssue, localeOf(supportCase.request().locale())));
            steps.record(supportCase, Kind.ISSUE_OVER, Actor.SYSTEM, step, knownIssue);
        });
    }

    private static boolean waitsFor(String knownIssue, SupportCase supportCase) {
        return supportCase.status() == CaseStatus.WAITING_FOR_SERVICE_INCIDENT
                && supportCase.knownIssue().map(knownIssue::equals).orElse(false);
    }

    private static Locale localeOf(String tag) {
        return Locale.forLanguageTag(tag);
    }
}
