package io.casewright.promise.application;

import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.persistence.CaseSituation;
import java.util.Locale;
import java.util.Optional;

/** Who holds the time of a promise while a case is in some situation. */
final class Holds {

    private static final String CUSTOMER = "customer";

    private Holds() {}

    /** Nothing excuses a first response: whatever stands still, the customer can be told so. */
    static Optional<Hold> of(PromiseKind kind, CaseSituation situation) {
        if (kind == PromiseKind.FIRST_RESPONSE) {
            return Optional.empty();
        }
        return switch (situation.status()) {
            case WAITING_FOR_CUSTOMER ->
                Optional.of(new Hold(
                        "customer-" + situation.waits(), CUSTOMER, "Waits for the customer's answer or consent"));
            case RESOLVED ->
                Optional.of(new Hold(
                        "solution-" + situation.waits(), CUSTOMER, "Solved; the customer is asked to confirm"));
            // Whoever has to solve it: the customer can be told how things stand.
            case WAITING_FOR_SERVICE_INCIDENT ->
                Optional.ofNullable(kind == PromiseKind.NEXT_UPDATE ? null : situation.knownIssue())
                        .map(issue -> new Hold(keyOfIssue(issue), "Microsoft", "Waits with known issue " + issue));
            default -> Optional.empty();
        };
    }

    static String keyOfIssue(String issue) {
        return "known-issue-" + issue.toUpperCase(Locale.ROOT);
    }
}
