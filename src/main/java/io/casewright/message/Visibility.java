package io.casewright.message;

/** Who may read a message: the customer too, or only those who work on the case. */
public enum Visibility {
    PUBLIC,
    INTERNAL
}
