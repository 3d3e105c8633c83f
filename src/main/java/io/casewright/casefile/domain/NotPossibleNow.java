package io.casewright.casefile.domain;

/** A change that the present state of the case does not allow; the message names case, wish and state. */
public class NotPossibleNow extends RuntimeException {

    private final CaseStatus status;

    NotPossibleNow(CaseNumber number, String wish, CaseStatus status) {
        super("Case %s cannot %s while it is %s".formatted(number, wish, status));
        this.status = status;
    }

    private NotPossibleNow(String reason, CaseStatus status) {
        super(reason);
        this.status = status;
    }

    static NotPossibleNow sinceErased(CaseNumber number, String wish, CaseStatus status) {
        return new NotPossibleNow(
                "Case %s cannot %s: its personal data was erased. Open a new case".formatted(number, wish), status);
    }

    public CaseStatus status() {
        return status;
    }
}
