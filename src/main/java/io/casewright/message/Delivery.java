package io.casewright.message;

/** How far a letter got: it waits for a mail server, a mail server took it, or it cannot be delivered. */
public enum Delivery {
    WAITING,
    SENT,
    FAILED
}
