package io.casewright.promise.persistence;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a case its promises depend on.
 *
 * @param waits how often it has waited for something so far
 */
public record CaseSituation(
        CaseNumber number,
        CaseStatus status,
        Severity severity,
        Instant receivedAt,
        int waits,
        @Nullable String knownIssue) {}
