package io.casewright.plan.domain;

/** Who gives support: the partner itself, somebody in its name, or somebody whose support it resells. */
public enum DeliveryModel {
    OWN,
    OUTSOURCED,
    RESOLD
}
