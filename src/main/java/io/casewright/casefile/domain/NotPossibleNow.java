package io.casewright.casefile.domain;

/** A change that the present state of the case does not allow; the message names case, wish and state. */
public class NotPossibleNow extends RuntimeException {

    private final CaseStatus status;

    NotPossibleNow(CaseNumber number, String wish, CaseStatus status) {
        super("Case %s cannot %s while it is %s".formatted(number, wish, status));
        this.status = status;
    }

    public CaseStatus status() {
        return status;
    }
}
