package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whose a request is to answer (product help of Microsoft's partner programme: third-party products go to their maker,
 * direct business with Microsoft stays there).
 */
public enum Remit {
    INSIDE,
    THIRD_PARTY,
    DIRECT_WITH_MICROSOFT,
    SCAM;

    /** As forms and decisions write it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The remit of this word; null when there is none. */
    public static @Nullable Remit of(@Nullable String word) {
        for (Remit remit : values()) {
            if (remit.word().equals(word)) {
                return remit;
            }
        }
        return null;
    }
}
