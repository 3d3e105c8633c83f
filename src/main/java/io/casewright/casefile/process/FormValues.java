package io.casewright.casefile.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a form sent; a value that is not one of the choices counts as not chosen. */
final class FormValues {

    private FormValues() {}

    static <E extends Enum<E>> @Nullable E choice(Class<E> choices, @Nullable String value) {
        Optional<E> chosen = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst();
        return chosen.isPresent() ? chosen.get() : null;
    }

    /** The answer to a question; null when it is not answered. */
    static @Nullable Boolean answer(@Nullable String value) {
        return switch (value) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            case null, default -> null;
        };
    }

    /** As forms and decisions write a choice. */
    static @Nullable String word(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
