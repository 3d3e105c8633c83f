package io.casewright.casefile.domain;

/** What the customer says of a resolution. */
public enum CustomerAnswer {
    SOLVED,
    NOT_SOLVED
}
