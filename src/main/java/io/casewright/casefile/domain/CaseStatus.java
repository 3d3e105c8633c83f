package io.casewright.casefile.domain;

/** Where a case stands, as its customer and its agents see it. */
public enum CaseStatus {
    RECEIVED,
    DIAGNOSING,
    RESOLVING,
    RESOLVED,
    CLOSED,
    WITHDRAWN;

    /** Nothing changes any more. */
    public boolean isEnded() {
        return this == CLOSED || this == WITHDRAWN;
    }
}
