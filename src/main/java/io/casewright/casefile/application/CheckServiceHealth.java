package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Diagnosis;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.text.CutText;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.HealthQuestion;
import io.casewright.servicehealth.HealthReport;
import io.casewright.servicehealth.HealthReport.Candidate;
import io.casewright.servicehealth.ServiceIssue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Looks for existing, documented problems before anybody troubleshoots; the result is evidence. */
@Service
public class CheckServiceHealth {

    private static final int SHOWN_OF_EACH = 300;
    private static final int SHOWN_OF_NEWEST_POST = 600;

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final HealthCheck healthCheck;
    private final EvidenceStore evidence;
    private final Timeline timeline;
    private final WhyAgain whyAgain;
    private final TransactionOperations transactions;
    private final Clock clock;

    CheckServiceHealth(
            CaseSteps steps,
            CustomerDirectory directory,
            HealthCheck healthCheck,
            EvidenceStore evidence,
            Timeline timeline,
            WhyAgain whyAgain,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.directory = directory;
        this.healthCheck = healthCheck;
        this.evidence = evidence;
        this.timeline = timeline;
        this.whyAgain = whyAgain;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What service health says.
     *
     * @param summary for the agent's form
     * @param proposed id of an issue that is likely behind the case; an agent decides
     * @param cameBack why the case is diagnosed again, and what was tried before; empty the first time
     * @param linked whether the case waits with it already, since the settings let it
     */
    public record Health(String summary, Optional<String> proposed, boolean linked, String cameBack, CaseFacts facts) {}

    /** Asks outside of any transaction, since the source may be slow; then records the answer and begins the diagnosis. */
    public Health check(CaseNumber number, Step step) {
        var asked = steps.find(number);
        var request = asked.request();
        HealthReport report = healthCheck.check(new HealthQuestion(
                directory.contact(asked.contactId()).tenantId(),
                request.product(),
                request.subject(),
                request.description(),
                request.region(),
                asked.receivedAt(),
                notTheCauseOf(asked)));
        String summary = summaryOf(report);
        return transactions.execute(status -> {
            var found = steps.find(number);
            steps.once(found, step, supportCase -> {
                if (supportCase.status().isEnded()) {
                    return;
                }
                supportCase.diagnoseAgain();
                if (report.available()) {
                    evidence.save(
                            supportCase.proves(Evidence.Kind.HEALTH_CHECK, summary, null, null, clock.instant(), step));
                }
                steps.record(supportCase, Kind.HEALTH_CHECKED, Actor.SYSTEM, step, summary);
                if (report.mayLink() && report.proposed() != null) {
                    link(supportCase, report.proposed());
                }
            });
            boolean linked = found.status() == CaseStatus.WAITING_FOR_SERVICE_INCIDENT;
            return new Health(
                    summary,
                    linked
                            ? found.knownIssue()
                            : Optional.ofNullable(report.proposed())
                                    .map(candidate -> candidate.issue().id()),
                    linked,
                    whyAgain.of(found),
                    steps.factsOf(found));
        });
    }

    /** An agent or Microsoft said of these that they are not behind the case; it does not wait for them again. */
    private Set<String> notTheCauseOf(SupportCase supportCase) {
        return timeline.findByCaseIdAndKind(supportCase.id(), Kind.UNLINKED).stream()
                .map(TimelineEntry::text)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The diagnosis that an agent would record otherwise. */
    private void link(SupportCase supportCase, Candidate candidate) {
        var category = supportCase.request().category();
        if (category == null) {
            return;
        }
        var issue = candidate.issue();
        String findings = "Known issue %s: %s It fits by %d of 100: %s."
                .formatted(
                        issue.id(),
                        CutText.upTo(SHOWN_OF_EACH, issue.title()),
                        candidate.score(),
                        String.join(", ", candidate.reasons()));
        supportCase.diagnose(
                new Diagnosis(category, supportCase.severity(), findings, NextStep.KNOWN_ISSUE, null, issue.id()));
        steps.record(supportCase, Kind.DIAGNOSED, Actor.SYSTEM, null, findings);
    }

    private static String summaryOf(HealthReport report) {
        if (!report.configured()) {
            return "No source of service health is set up.";
        }
        if (!report.available()) {
            return "Service health could not be read: " + report.problem();
        }
        String when = "Checked " + report.checkedAt().truncatedTo(ChronoUnit.MINUTES) + ". " + ageOf(report);
        if (report.candidates().isEmpty()) {
            return when + "No issue fits this case.";
        }
        return when
                + report.candidates().stream()
                        .map(candidate -> lineOf(candidate)
                                + (candidate.equals(report.proposed()) ? newestPostOf(candidate.issue()) : ""))
                        .collect(Collectors.joining("\n\n", "\n\n", ""));
    }

    private static String lineOf(Candidate candidate) {
        var issue = candidate.issue();
        return "%s (%s, %s) fits by %d of 100: %s\n%s\n%s"
                .formatted(
                        issue.id(),
                        issue.service(),
                        issue.isActive() ? "active" : "over",
                        candidate.score(),
                        String.join(", ", candidate.reasons()),
                        issue.title(),
                        CutText.upTo(SHOWN_OF_EACH, issue.impact()));
    }

    private static String newestPostOf(ServiceIssue issue) {
        return issue.newestPost()
                .map(post ->
                        "\nMicrosoft, %s: %s".formatted(post.at(), CutText.upTo(SHOWN_OF_NEWEST_POST, post.text())))
                .orElse("");
    }

    /** How old the issues are and why, when they are not new. */
    private static String ageOf(HealthReport report) {
        return report.problem() == null || report.readAt() == null
                ? ""
                : "The issues are as of %s, nothing newer could be read: %s "
                        .formatted(report.readAt().truncatedTo(ChronoUnit.MINUTES), report.problem());
    }
}
