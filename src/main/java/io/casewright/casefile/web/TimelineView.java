package io.casewright.casefile.web;

import io.casewright.casefile.domain.TimelineEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a case's timeline. */
record TimelineView(
        Instant at,
        String happened,
        String actor,
        @Nullable String actorName,
        @Nullable String element,
        @Nullable String text) {

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
