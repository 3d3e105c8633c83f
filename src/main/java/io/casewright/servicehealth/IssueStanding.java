package io.casewright.servicehealth;

import io.casewright.servicehealth.ServiceHealth.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an issue stands that a case waits for.
 *
 * @param issue as it was last read; null when it is not known
 * @param readAt when that was
 * @param problem why nothing newer is known, as a sentence
 */
public record IssueStanding(
        State state,
        @Nullable ServiceIssue issue,
        @Nullable Instant readAt,
        @Nullable String problem) {

    /** What it means for those who wait. */
    public enum State {
        /** Customers may still feel it; also while Microsoft suspends its investigation. */
        ACTIVE,
        /** Microsoft says that the service works again. */
        OVER,
        /** Microsoft takes it back: it was no fault, so it is not behind the case. */
        FALSE_ALARM,
        /** Microsoft was asked and does not know the issue, or no longer. */
        NOT_LISTED,
        /** Nothing can be said now. */
        UNKNOWN
    }

    static IssueStanding of(String issueId, Answer answer) {
        return answer.issues().stream()
                .filter(issue -> issue.id().equalsIgnoreCase(issueId))
                .findFirst()
                .map(issue -> new IssueStanding(stateOf(issue), issue, answer.readAt(), answer.problem()))
                .orElseGet(() -> answer.problem() == null
                        ? new IssueStanding(State.NOT_LISTED, null, answer.readAt(), null)
                        : unknown(answer.problem()));
    }

    static IssueStanding unknown(String problem) {
        return new IssueStanding(State.UNKNOWN, null, null, problem);
    }

    private static State stateOf(ServiceIssue issue) {
        return issue.isFalseAlarm() ? State.FALSE_ALARM : issue.isActive() ? State.ACTIVE : State.OVER;
    }
}
