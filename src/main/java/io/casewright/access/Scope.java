package io.casewright.access;

import java.util.Locale;

/** What a caller of the REST interface may do with the cases within its reach. */
public enum Scope {
    OPEN,
    READ,
    WRITE;

    /** As the issuer writes it, such as {@code cases:open}. */
    public String word() {
        return "cases:" + name().toLowerCase(Locale.ROOT);
    }
}
