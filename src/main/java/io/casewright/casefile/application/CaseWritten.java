package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;

/**
 * A case is new, or has another status, severity or queue; published in the transaction that writes it, right after its row.
 *
 * @param isNew whether this is its first row
 */
public record CaseWritten(
        long caseId, CaseNumber number, CaseStatus status, Severity severity, Queue queue, boolean isNew) {}
