package io.casewright.knownissue.application;

import io.casewright.casefile.application.Advice;
import io.casewright.casefile.application.CaseProcess;
import io.casewright.casefile.application.CaseSettings;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.Correspondence;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.knownissue.domain.KnownIssueWait;
import io.casewright.knownissue.persistence.KnownIssueWaits;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import io.casewright.servicehealth.IssueStanding;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a case wait with a service incident. */
@Service
public class LinkKnownIssue {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Correspondence correspondence;
    private final Advice advice;
    private final KnownIssueDesk desk;
    private final KnownIssueWaits waits;
    private final CaseSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    LinkKnownIssue(
            CaseSteps steps,
            CaseProcess process,
            Correspondence correspondence,
            Advice advice,
            KnownIssueDesk desk,
            KnownIssueWaits waits,
            CaseSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.process = process;
        this.correspondence = correspondence;
        this.advice = advice;
        this.desk = desk;
        this.waits = waits;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Tells the customer, and has the issue watched from now on; what Microsoft wrote before the health check is no news.
     *
     * @return names this wait apart from others of the case
     */
    public String link(CaseNumber number, Step step) {
        var asked = steps.find(number);
        if (asked.status() != CaseStatus.WAITING_FOR_SERVICE_INCIDENT) {
            return asked.waitKey();
        }
        String knownIssue = asked.knownIssue().orElseThrow();
        var standing = desk.standingOf(asked, knownIssue);
        return transactions.execute(status -> {
            var found = steps.find(number);
            steps.once(found, step, supportCase -> {
                if (supportCase.waitsFor(knownIssue)) {
                    link(supportCase, knownIssue, standing, step);
                }
            });
            return found.waitKey();
        });
    }

    private void link(SupportCase supportCase, String knownIssue, IssueStanding standing, Step step) {
        String words = advice.knownIssue(
                knownIssue, Locale.forLanguageTag(supportCase.request().locale()));
        correspondence.write(supportCase, new LetterContent.Update(new PublicText(words)), step);
        desk.waitOf(supportCase).ifPresent(before -> before.end(KnownIssueWait.Ending.LEFT, clock.instant()));
        var readUntil = steps.lastTimeOf(supportCase, Kind.HEALTH_CHECKED).orElse(Instant.MAX);
        supportCase.awaitNext();
        var wait = waits.save(new KnownIssueWait(
                supportCase.id(), knownIssue, clock.instant(), KnownIssueDesk.newestPostUntil(readUntil, standing)));
        process.watchKnownIssue(
                supportCase.number(),
                step,
                variables(supportCase, knownIssue, desk.show(supportCase, Optional.of(wait), standing)));
        steps.record(supportCase, Kind.LINKED, Actor.SYSTEM, step, knownIssue);
    }

    private Map<String, Object> variables(SupportCase supportCase, String knownIssue, WatchedIssue watched) {
        var facts = steps.factsOf(supportCase);
        var variables = new HashMap<String, Object>();
        variables.put("caseNumber", facts.caseNumber());
        variables.put("customerName", facts.customerName());
        variables.put("severity", facts.severity());
        variables.put("taskDue", facts.taskDue());
        variables.put("subject", facts.subject());
        variables.put("caseLink", facts.caseLink());
        variables.put("queue", facts.queue());
        variables.put("knownIssue", knownIssue);
        variables.put("checkEvery", settings.knownIssueCheck().toString());
        variables.put("issueTitle", watched.issueTitle());
        variables.put("issueStatus", watched.issueStatus());
        variables.put("issueNews", watched.issueNews());
        variables.put("issueNewsAt", watched.issueNewsAt());
        variables.put("watchPriority", watched.watchPriority());
        variables.put("watchDue", watched.watchDue());
        return variables;
    }

    /**
     * When the case waited with known issues, oldest first. A wait whose ending is {@code NOT_THE_CAUSE} is to be given back to the
     * promises that stood still meanwhile.
     */
    public List<KnownIssueWait> waitsOf(CaseNumber number) {
        return waits.findByCaseIdOrderById(steps.find(number).id());
    }
}
