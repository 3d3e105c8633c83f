package io.casewright.casefile.domain;

/** Where a case stands, as its customer and its agents see it. */
public enum CaseStatus {
    RECEIVED,
    DIAGNOSING,
    WAITING_FOR_CUSTOMER,
    WAITING_FOR_SERVICE_INCIDENT,
    RESOLVING,
    HANDED_OFF,
    RESOLVED,
    CLOSED,
    WITHDRAWN,
    DUPLICATE;

    /** Nobody works on it any more; only a closed case can be reopened. */
    public boolean isEnded() {
        return this == CLOSED || this == WITHDRAWN || this == DUPLICATE;
    }
}
