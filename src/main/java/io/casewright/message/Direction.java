package io.casewright.message;

/** Which way a message went. An internal note goes nowhere and has none. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
