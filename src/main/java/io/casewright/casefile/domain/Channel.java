package io.casewright.casefile.domain;

/** How a request came in. */
public enum Channel {
    API,
    PORTAL,
    EMAIL,
    PHONE
}
