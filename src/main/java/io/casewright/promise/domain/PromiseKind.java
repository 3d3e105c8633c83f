package io.casewright.promise.domain;

/** What was promised. */
public enum PromiseKind {
    FIRST_RESPONSE,
    NEXT_UPDATE,
    RESOLUTION
}
