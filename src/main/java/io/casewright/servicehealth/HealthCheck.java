package io.casewright.servicehealth;

import io.casewright.servicehealth.HealthReport.Candidate;
import io.casewright.servicehealth.ServiceHealth.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks whether Microsoft already knows a reported problem. It proposes; a person links, unless the settings let it. */
@Service
public class HealthCheck {

    private static final int SHOWN = 5;

    private final ServiceHealth health;
    private final IssueMatch match;
    private final ServiceHealthSettings settings;
    private final Clock clock;

    HealthCheck(ServiceHealth health, IssueMatch match, ServiceHealthSettings settings, Clock clock) {
        this.health = health;
        this.match = match;
        this.settings = settings;
        this.clock = clock;
    }

    /** The issues that may be behind a report. A source that is away is told in the report, never thrown. */
    public HealthReport check(HealthQuestion question) {
        Instant checkedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            return report(question, checkedAt, health.issues(question.tenantId()));
        } catch (ServiceHealthUnavailable e) {
            return new HealthReport(
                    checkedAt, health.source(), health.isConfigured(), false, null, e.reason(), List.of(), null, false);
        }
    }

    /** How an issue stands that a case waits for. */
    public IssueStanding standingOf(String tenantId, String issueId) {
        try {
            return IssueStanding.of(issueId, health.issues(tenantId));
        } catch (ServiceHealthUnavailable e) {
            return IssueStanding.unknown(e.reason());
        }
    }

    /**
     * How all services of a customer stand now, asked of Microsoft at once.
     *
     * @throws io.casewright.microsoft.MicrosoftTrouble when Microsoft does not say: refused or unavailable
     * @throws ServiceHealthUnavailable when no line to Microsoft is set up
     */
    public ServiceStatus.All statusOfServices(String tenantId) {
        return health.statuses(tenantId);
    }

    private HealthReport report(HealthQuestion question, Instant checkedAt, Answer answer) {
        var possible = answer.issues().stream()
                .filter(issue -> question.notTheCause().stream().noneMatch(issue.id()::equalsIgnoreCase))
                .toList();
        var candidates = match.judge(question, possible)
                .sorted(Comparator.comparingInt(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.issue().id()))
                .limit(SHOWN)
                .toList();
        var proposed = proposed(candidates);
        return new HealthReport(
                checkedAt,
                health.source(),
                true,
                true,
                answer.readAt(),
                answer.problem(),
                candidates,
                proposed,
                proposed != null && settings.linkFrom() > 0 && proposed.score() >= settings.linkFrom());
    }

    /** What is over is not proposed to wait for. */
    private @Nullable Candidate proposed(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.issue().isActive() && candidate.score() >= settings.proposeFrom())
                .findFirst()
                .orElse(null);
    }
}
