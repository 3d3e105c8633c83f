package io.casewright.knownissue.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.knownissue.persistence.KnownIssueWaits;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import io.casewright.servicehealth.IssueStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An issue that is over is told to whoever waits with it. */
@Component
class AuditKnownIssues implements AuditCheck {

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(30);

    private final SupportCases cases;
    private final KnownIssueWaits waits;
    private final KnownIssueDesk desk;

    AuditKnownIssues(SupportCases cases, KnownIssueWaits waits, KnownIssueDesk desk) {
        this.cases = cases;
        this.waits = waits;
        this.desk = desk;
    }

    @Override
    public List<Finding> look(EngineState engine) {
        return cases.findByNumberInOrderById(waits.findNumbersOfWaitingCases()).stream()
                .flatMap(supportCase -> notTold(supportCase, engine.readAt()).stream())
                .toList();
    }

    private Optional<Finding> notTold(SupportCase supportCase, Instant now) {
        return supportCase
                .knownIssue()
                .map(issue -> desk.standingOf(supportCase, issue))
                .filter(standing -> standing.state() == IssueStanding.State.OVER)
                .filter(standing -> isLongOver(standing, now))
                .map(standing -> new Finding(
                        Kind.ISSUE_OVER_NOT_TOLD,
                        "case " + supportCase.number(),
                        "waits with an issue that Microsoft has settled",
                        "See the incidents of the process that watches the issue; the task Watch known issue takes the case out of"
                                + " the wait.",
                        null));
    }

    private static boolean isLongOver(IssueStanding standing, Instant now) {
        var issue = standing.issue();
        var changed = issue == null ? null : issue.modifiedAt();
        return changed != null && changed.isBefore(now.minus(TOLD_WITHIN));
    }
}
