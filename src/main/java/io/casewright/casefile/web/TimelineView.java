package io.casewright.casefile.web;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of a case's timeline. */
record TimelineView(
        Instant at,
        String happened,
        String actor,
        @Nullable String actorName,
        @Nullable String element,
        @Nullable String text) {

    /** What a customer was told of or did; all else happened among the partner's people. */
    private static final Set<Kind> FOR_CUSTOMERS = EnumSet.of(
            Kind.RECEIVED,
            Kind.ACKNOWLEDGED,
            Kind.REDIRECTED,
            Kind.JOINED,
            Kind.ASKED,
            Kind.REMINDED,
            Kind.REPLIED,
            Kind.UNANSWERED,
            Kind.LINKED,
            Kind.ISSUE_OVER,
            Kind.HANDED_OFF,
            Kind.RESOLVED,
            Kind.CONFIRMED,
            Kind.REJECTED,
            Kind.REOPENED,
            Kind.MESSAGE_RECEIVED,
            Kind.CUSTOMER_WRITTEN_TO,
            Kind.CLOSING_ANNOUNCED,
            Kind.CLOSED,
            Kind.WITHDRAWN);

    static boolean isForCustomers(TimelineEntry entry) {
        return FOR_CUSTOMERS.contains(entry.kind());
    }

    /** Without who works on it, where in the model, and any words but the customer's own. */
    static TimelineView forCustomers(TimelineEntry entry) {
        boolean isOwn = entry.actor().kind() == Actor.Kind.CUSTOMER;
        return new TimelineView(
                entry.recordedAt(),
                CaseView.lower(entry.kind()),
                CaseView.lower(entry.actor().kind()),
                isOwn ? entry.actor().name() : null,
                null,
                isOwn ? entry.text() : null);
    }

    static TimelineView of(TimelineEntry entry) {
        return new TimelineView(
                entry.recordedAt(),
                CaseView.lower(entry.kind()),
                CaseView.lower(entry.actor().kind()),
                entry.actor().name(),
                entry.elementId(),
                entry.text());
    }
}
