package io.casewright.casefile.process;

import java.util.Arrays;
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

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
