package io.casewright.report.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what cases are told apart. */
public enum Dimension {
    CATEGORY,
    CUSTOMER,
    QUEUE,
    /** Where the case was handed off last. */
    VENDOR;

    /** Where a case has no value. */
    public static final String NONE = "NONE";

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> ofWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
