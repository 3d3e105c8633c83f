package io.casewright.casefile.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a case for everyone: {@code CW-}, the year it was received, and six digits. */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("CW-\\d{4}-\\d{6}");

    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case number: " + value);
        }
    }

    /** The case number in a text from outside, if it is one. */
    public static Optional<CaseNumber> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    /**
     * The n-th case of a year.
     *
     * @throws IllegalStateException when the year has used up its million
     */
    public static CaseNumber of(int year, int sequence) {
        if (sequence > 999_999) {
            throw new IllegalStateException("All case numbers of " + year + " are used up");
        }
        return new CaseNumber("CW-%04d-%06d".formatted(year, sequence));
    }

    @Override
    public String toString() {
        return value;
    }
}
