package io.casewright.platform.engine;

import io.casewright.platform.text.InputText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a form sent; a value that is not one of the choices counts as not chosen. */
public final class FormValues {

    private FormValues() {}

    /** The choice of this name, in any case, with hyphens or underscores. */
    public static <E extends Enum<E>> @Nullable E choice(Class<E> choices, @Nullable String value) {
        Optional<E> chosen = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> value != null && choice.name().equalsIgnoreCase(value.replace('-', '_')))
                .findFirst();
        return chosen.isPresent() ? chosen.get() : null;
    }

    /** The answer to a question; null when it is not answered. */
    public static @Nullable Boolean answer(@Nullable String value) {
        return switch (value) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            case null, default -> null;
        };
    }

    /** As forms and decisions write a choice. */
    public static @Nullable String word(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name().toLowerCase(Locale.ROOT);
    }

    /** Without blanks around it; null when there is nothing to be seen. */
    public static @Nullable String text(@Nullable String value) {
        return value == null || !InputText.isVisible(value) ? null : value.strip();
    }
}
