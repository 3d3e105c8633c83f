package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.AccessAsked;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.AccessRequests;
import io.casewright.customer.CustomerDirectory;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nobody is asked for rights that no case needs any more. */
@Component
class AuditAccess implements AuditCheck {

    /** A request that nobody answers lapses at Microsoft after that time. */
    private static final Duration LAPSE = Duration.ofDays(90);

    /** A call for each case: Microsoft is not asked at every look. */
    private static final Duration ASKED_EVERY = Duration.ofHours(1);

    /** What Microsoft said last. */
    private record Asked(Instant at, List<Finding> found) {}

    private final SupportCases cases;
    private final AccessRequests requests;
    private final CustomerDirectory directory;
    private final AccessAsked taken;
    private Asked asked = new Asked(Instant.EPOCH, List.of());

    AuditAccess(SupportCases cases, AccessRequests requests, CustomerDirectory directory, AccessAsked taken) {
        this.cases = cases;
        this.requests = requests;
        this.directory = directory;
        this.taken = taken;
    }

    @Override
    public List<Finding> look(EngineState engine) {
        return stillAsked(engine.readAt());
    }

    private synchronized List<Finding> stillAsked(Instant now) {
        if (asked.at().plus(ASKED_EVERY).isBefore(now)) {
            asked = new Asked(
                    now,
                    cases.findEndedWithAccessRequested(now.minus(LAPSE)).stream()
                            // A process of its own looks after these.
                            .filter(supportCase -> !taken.anyUnneeded(supportCase.id()))
                            .flatMap(supportCase -> stillAsked(supportCase).stream())
                            .toList());
        }
        return asked.found();
    }

    private Optional<Finding> stillAsked(SupportCase supportCase) {
        String tenant = directory.contact(supportCase.contactId()).tenantId();
        try {
            return requests.isOpen(tenant, supportCase.number().value())
                    ? Optional.of(new Finding(
                            Kind.ACCESS_STILL_REQUESTED,
                            "case " + supportCase.number(),
                            "has ended, but the customer is still asked for rights",
                            "The customer can reject the request in its admin center; left alone it lapses 90 days after it was"
                                    + " made. Once it was approved, end it in Partner Center, under the customer's admin relationships.",
                            null))
                    : Optional.empty();
        } catch (MicrosoftRefused | MicrosoftUnavailable e) {
            // Nothing is known now; the next look asks again.
            return Optional.empty();
        }
    }
}
