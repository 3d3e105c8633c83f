package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.Requester;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.text.PublicAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A case as the REST interface shows it. */
record CaseView(
        String number,
        String status,
        Instant receivedAt,
        String channel,
        CustomerView customer,
        ContactView contact,
        PlanOfCaseView plan,
        String subject,
        String description,
        @Nullable String product,
        @Nullable String category,
        String severity,
        @Nullable String queue,
        String locale,
        @Nullable Integer affectedUsers,
        @Nullable String region,
        @Nullable String externalReference,
        @Nullable String question,
        @Nullable Instant replyDue,
        @Nullable String duplicateOf,
        @Nullable String followUpOf,
        @Nullable String findings,
        @Nullable String resolution,
        @Nullable Instant confirmationDue,
        @Nullable String customerAnswer,
        @Nullable Instant endedAt) {

    record CustomerView(String name, String domain, String partner) {}

    record ContactView(String name, String email) {}

    /**
     * The version of a plan under which the case was begun.
     *
     * @param terms where people read it
     */
    record PlanOfCaseView(long id, String name, int version, URI terms) {

        static PlanOfCaseView of(PlanVersion plan, String language, PublicAddress address) {
            return new PlanOfCaseView(
                    plan.plan(), plan.planName(), plan.number(), address.ofPlan(plan.plan(), plan.number(), language));
        }
    }

    /** As much of the case as the caller may see: what was found, and whose desk it lies on, are for the partner's own people. */
    static CaseView of(SupportCase supportCase, Requester requester, PlanOfCaseView plan, Caller caller) {
        var request = supportCase.request();
        return new CaseView(
                supportCase.number().value(),
                supportCase.status().name(),
                supportCase.receivedAt(),
                lower(request.channel()),
                new CustomerView(requester.customerName(), requester.customerDomain(), requester.partnerName()),
                new ContactView(requester.contactName(), requester.contactEmail()),
                plan,
                request.subject(),
                request.description(),
                request.product(),
                request.category() == null ? null : lower(request.category()),
                lower(request.severity()),
                caller.isInside() ? supportCase.queue().group() : null,
                request.locale(),
                request.affectedUsers(),
                request.region(),
                request.externalReference(),
                supportCase.question().orElse(null),
                supportCase.replyDue().orElse(null),
                supportCase.duplicateOf().map(CaseNumber::value).orElse(null),
                supportCase.followUpOf().map(CaseNumber::value).orElse(null),
                caller.isInside() ? supportCase.findings().orElse(null) : null,
                supportCase.resolution().orElse(null),
                supportCase.confirmationDue().orElse(null),
                supportCase.customerAnswer().map(CaseView::lower).orElse(null),
                supportCase.endedAt().orElse(null));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
