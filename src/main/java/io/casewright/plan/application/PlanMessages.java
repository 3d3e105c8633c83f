package io.casewright.plan.application;

/** Names of the messages about plans, as written in the models. */
public final class PlanMessages {

    public static final String CHANGE_PROPOSED = "plan.changeProposed";

    private PlanMessages() {}
}
