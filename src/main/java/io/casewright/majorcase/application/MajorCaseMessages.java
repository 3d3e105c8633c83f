package io.casewright.majorcase.application;

/** Names of the messages of the process of a major case, as written in its model. */
public final class MajorCaseMessages {

    public static final String PROPOSED = "majorcase.majorCaseProposed";
    public static final String CASE_ARRIVED = "majorcase.caseArrived";
    public static final String ALL_CASES_ENDED = "majorcase.allCasesEnded";

    private MajorCaseMessages() {}
}
