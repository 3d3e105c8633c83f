package io.casewright.platform.engine.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that MySQL and the engine do not see alike.
 *
 * @param subject what it is about, such as {@code case CW-2026-000001}
 * @param words what was found, as the rest of a sentence
 * @param remedy what a person does about it, as a sentence
 * @param repair what can be done about it without harm, whatever happened meanwhile: it looks again and may do nothing; null for none
 */
public record Finding(
        Kind kind,
        String subject,
        String words,
        String remedy,
        @Nullable Runnable repair) {

    /** What does not fit. */
    public enum Kind {
        WITHOUT_PROCESS,
        PROCESS_LOST,
        PROCESS_OF_ENDED_CASE,
        PROCESS_WITHOUT_CASE,
        OTHER_WAIT_STATE,
        TASK_OF_ENDED_CASE,
        TASK_GONE,
        TASK_UNKNOWN,
        MESSAGE_UNCONFIRMED,
        ACCESS_STILL_REQUESTED,
        ISSUE_OVER_NOT_TOLD
    }

    public boolean isRepairable() {
        return repair != null;
    }

    /** Whether it is the same that another look found. */
    public boolean isSame(Finding other) {
        return kind == other.kind && subject.equals(other.subject);
    }
}
