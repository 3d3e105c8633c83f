package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.KnownIssueWaits;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.AccessRequests;
import io.casewright.customer.CustomerDirectory;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import io.casewright.servicehealth.IssueStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a case waits for outside: an issue that is over is told, and nobody is asked for rights that no case needs any more. */
@Component
class AuditWaits implements AuditCheck {

    /** A request that nobody answers lapses at Microsoft after that time. */
    private static final Duration LAPSE = Duration.ofDays(90);

    /** A call for each case: Microsoft is not asked at every look. */
    private static final Duration ASKED_EVERY = Duration.ofHours(1);

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(30);

    /** What Microsoft said last. */
    private record Asked(Instant at, List<Finding> found) {}

    private final SupportCases cases;
    private final KnownIssueWaits waits;
    private final KnownIssueDesk desk;
    private final AccessRequests requests;
    private final CustomerDirectory directory;
    private Asked asked = new Asked(Instant.EPOCH, List.of());

    AuditWaits(
            SupportCases cases,
            KnownIssueWaits waits,
            KnownIssueDesk desk,
            AccessRequests requests,
            CustomerDirectory directory) {
        this.cases = cases;
        this.waits = waits;
        this.desk = desk;
        this.requests = requests;
        this.directory = directory;
    }

    @Override
    public List<Finding> look(EngineState engine) {
        var now = engine.readAt();
        var waiting = cases.findByNumberInOrderById(waits.findNumbersOfWaitingCases());
        return Stream.concat(
                        waiting.stream().flatMap(supportCase -> notTold(supportCase, now).stream()),
                        stillAsked(now).stream())
                .toList();
    }

    private synchronized List<Finding> stillAsked(Instant now) {
        if (asked.at().plus(ASKED_EVERY).isBefore(now)) {
            asked = new Asked(
                    now,
                    cases.findEndedWithAccessRequested(now.minus(LAPSE)).stream()
                            .flatMap(supportCase -> stillAsked(supportCase).stream())
                            .toList());
        }
        return asked.found();
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

    private Optional<Finding> stillAsked(SupportCase supportCase) {
        String tenant = directory.contact(supportCase.contactId()).tenantId();
        try {
            return requests.isOpen(tenant, supportCase.number().value())
                    ? Optional.of(new Finding(
                            Kind.ACCESS_STILL_REQUESTED,
                            "case " + supportCase.number(),
                            "has ended, but the customer is still asked for rights",
                            "Withdraw the request in Partner Center, under the customer's admin relationships; left alone it"
                                    + " lapses after 90 days.",
                            null))
                    : Optional.empty();
        } catch (MicrosoftRefused | MicrosoftUnavailable e) {
            // Nothing is known now; the next look asks again.
            return Optional.empty();
        }
    }
}
