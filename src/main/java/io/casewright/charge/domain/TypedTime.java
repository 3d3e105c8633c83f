package io.casewright.charge.domain;

import io.casewright.platform.text.InputText;
import io.casewright.platform.text.TypedNumber;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Time as somebody typed it.
 *
 * @param day as ISO 8601 writes it
 * @param afterHours of the minutes, those outside the service hours; empty for none
 */
public record TypedTime(String day, String minutes, String afterHours, String words) {

    public static final int MINUTES_OF_A_DAY = 1440;
    public static final int LONGEST_WORDS = 500;

    /** Why it cannot be booked, as a sentence that begins with the name of the field; on its own, without what else is booked. */
    public Optional<String> problem(LocalDate earliest, LocalDate today) {
        return problemOfDay(earliest, today)
                .or(() -> problemOfMinutes(1))
                .or(this::problemOfAfterHours)
                .or(() -> problemOfWords("What was done"));
    }

    /** The same for a correction, which may leave nothing and must say why. */
    public Optional<String> problemOfCorrection() {
        return problemOfMinutes(0).or(this::problemOfAfterHours).or(() -> problemOfWords("Why it is corrected"));
    }

    /** @throws IllegalStateException when there is a problem with them */
    public int countMinutes() {
        try {
            return TypedNumber.whole(minutes, 0, MINUTES_OF_A_DAY);
        } catch (NotUnderstood e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when there is a problem with them */
    public int countAfterHours() {
        try {
            return afterHours.isBlank() ? 0 : TypedNumber.whole(afterHours, 0, MINUTES_OF_A_DAY);
        } catch (NotUnderstood e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws DateTimeParseException when there is a problem with it */
    public LocalDate date() {
        return LocalDate.parse(day);
    }

    private Optional<String> problemOfDay(LocalDate earliest, LocalDate today) {
        LocalDate date;
        try {
            date = date();
        } catch (DateTimeParseException e) {
            return Optional.of("Day: must be a date, such as %s.".formatted(today));
        }
        return date.isAfter(today) || date.isBefore(earliest)
                ? Optional.of("Day: must not be before %s, when the case came, nor after today.".formatted(earliest))
                : Optional.empty();
    }

    private Optional<String> problemOfMinutes(int least) {
        try {
            TypedNumber.whole(minutes, least, MINUTES_OF_A_DAY);
            return Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.of("Minutes: " + e.problem() + ".");
        }
    }

    private Optional<String> problemOfAfterHours() {
        try {
            if (!afterHours.isBlank()) {
                TypedNumber.whole(afterHours, 0, countMinutes());
            }
            return Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.of("Outside the service hours: " + e.problem() + ".");
        }
    }

    private Optional<String> problemOfWords(String field) {
        if (words.isBlank()) {
            return Optional.of(field + ": required.");
        }
        if (words.length() > LONGEST_WORDS) {
            return Optional.of(
                    "%s: at most %d characters, these are %d.".formatted(field, LONGEST_WORDS, words.length()));
        }
        return InputText.problemWith(words).map(problem -> field + ": " + problem + ".");
    }
}
