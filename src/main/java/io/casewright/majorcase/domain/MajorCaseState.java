package io.casewright.majorcase.domain;

/** Where a major case stands. */
public enum MajorCaseState {
    /** It looks like one; a duty manager decides. */
    PROPOSED,
    OPEN,
    /** It was none. */
    REJECTED,
    OVER,
    /** All its cases ended before it was over. */
    DISSOLVED;

    public boolean isEnded() {
        return this != PROPOSED && this != OPEN;
    }
}
