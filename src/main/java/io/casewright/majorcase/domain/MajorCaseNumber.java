package io.casewright.majorcase.domain;

/**
 * What people and the process call a major case: {@code MC-} and six digits or more.
 *
 * @param id its key in the database
 */
public record MajorCaseNumber(long id) {

    private static final String PREFIX = "MC-";

    /** Reads it as it was written by {@link #value()}; anything else is an {@link IllegalArgumentException}. */
    public static MajorCaseNumber parse(String value) {
        if (!value.matches("MC-\\d{6,18}")) {
            throw new IllegalArgumentException("Not the number of a major case: " + value);
        }
        return new MajorCaseNumber(Long.parseLong(value.substring(PREFIX.length())));
    }

    public String value() {
        return "%s%06d".formatted(PREFIX, id);
    }

    @Override
    public String toString() {
        return value();
    }
}
