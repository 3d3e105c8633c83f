package io.casewright.servicehealth;

import io.casewright.servicehealth.HealthReport.Candidate;
import io.casewright.servicehealth.ServiceHealth.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks whether Microsoft already knows a reported problem. It proposes, a person links. */
@Service
public class HealthCheck {

    private static final int SHOWN = 5;

    private final ServiceHealth health;
    private final IssueStore store;
    private final IssueMatch match;
    private final ServiceHealthSettings settings;
    private final Clock clock;

    HealthCheck(ServiceHealth health, IssueStore store, IssueMatch match, ServiceHealthSettings settings, Clock clock) {
        this.health = health;
        this.store = store;
        this.match = match;
        this.settings = settings;
        this.clock = clock;
    }

    /** The issues that may be behind a report. A source that is away is told in the report, never thrown. */
    public HealthReport check(HealthQuestion question) {
        Instant checkedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            Answer answer = health.issues(question.tenantId());
            if (answer.problem() == null) {
                store.keep(answer);
            }
            return report(question, checkedAt, answer);
        } catch (ServiceHealthUnavailable e) {
            Optional<Answer> last = health.isConfigured() ? store.last(e.scope(), e.reason()) : Optional.empty();
            return last.map(answer -> report(question, checkedAt, answer))
                    .orElseGet(() -> new HealthReport(
                            checkedAt,
                            health.source(),
                            health.isConfigured(),
                            false,
                            null,
                            e.reason(),
                            List.of(),
                            null));
        }
    }

    /**
     * Whether an issue is over.
     *
     * @return empty when the issue is not known, or nothing can be said now
     */
    public Optional<Boolean> isOver(String tenantId, String issueId) {
        try {
            return health.issues(tenantId).issues().stream()
                    .filter(issue -> issue.id().equalsIgnoreCase(issueId))
                    .findFirst()
                    .map(issue -> !issue.isActive());
        } catch (ServiceHealthUnavailable e) {
            return Optional.empty();
        }
    }

    private HealthReport report(HealthQuestion question, Instant checkedAt, Answer answer) {
        var candidates = answer.issues().stream()
                .flatMap(issue -> match.judge(question, issue).stream())
                .sorted(Comparator.comparingInt(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.issue().id()))
                .limit(SHOWN)
                .toList();
        return new HealthReport(
                checkedAt,
                health.source(),
                true,
                true,
                answer.readAt(),
                answer.problem(),
                candidates,
                proposed(candidates));
    }

    /** What is over is not proposed to wait for. */
    private @Nullable Candidate proposed(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.issue().isActive() && candidate.score() >= settings.proposeFrom())
                .findFirst()
                .orElse(null);
    }
}
