package io.casewright.plan.domain;

/** Where the hours of a plan hold. */
public enum HoursAt {
    /** In the time zone that the plan names, with its public holidays: the partner's. */
    OURS,
    /** In the time zone of the customer's site, with the public holidays there; as {@link #OURS} where no site is known. */
    SITE
}
