package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/** What a diagnosis leads to; the names in lower case are the results of the decision diagnosis-course. */
public enum NextStep {
    RESOLVE(CaseStatus.RESOLVING),
    HAND_OFF(CaseStatus.HANDED_OFF),
    KNOWN_ISSUE(CaseStatus.WAITING_FOR_SERVICE_INCIDENT),
    ASK(CaseStatus.DIAGNOSING),
    NOTHING(CaseStatus.DIAGNOSING);

    private final CaseStatus statusAfter;

    NextStep(CaseStatus statusAfter) {
        this.statusAfter = statusAfter;
    }

    CaseStatus statusAfter() {
        return statusAfter;
    }

    /** As models and decisions write it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The step of this word; null when there is none. */
    public static @Nullable NextStep of(@Nullable String word) {
        for (NextStep step : values()) {
            if (step.word().equals(word)) {
                return step;
            }
        }
        return null;
    }
}
