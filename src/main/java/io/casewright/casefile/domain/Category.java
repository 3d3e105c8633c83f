package io.casewright.casefile.domain;

/** The three kinds of support. */
public enum Category {
    BILLING,
    SUBSCRIPTION,
    TECHNICAL
}
