package io.casewright.casefile.domain;

/** Business impact in Microsoft's own words for A, B and C, so that nothing is translated at a hand-off. */
public enum Severity {
    CRITICAL,
    MODERATE,
    MINIMAL;

    public boolean isGraverThan(Severity other) {
        return ordinal() < other.ordinal();
    }
}
