package io.casewright.casefile.application;

import io.casewright.casefile.domain.TimelineEntry;
import java.time.Instant;

/** Something was put on the timeline of a case; published in the transaction that does so. */
public record CaseNoted(long caseId, TimelineEntry.Kind kind, Instant at) {}
