package io.casewright.handoff.domain;

/** Who a case is handed to. */
public enum Target {
    MICROSOFT,
    PROVIDER,
    VENDOR
}
