package io.casewright.handoff.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a form sent; a value that is not one of the choices counts as not chosen. */
final class Answers {

    private Answers() {}

    static Step stepOf(ActivatedJob job) {
        return new Step(job.getElementId(), job.getElementInstanceKey());
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static @Nullable Boolean yesOrNo(@Nullable String value) {
        return switch (value) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            case null, default -> null;
        };
    }

    /** A choice as forms write it: lower case, with hyphens. */
    static <E extends Enum<E>> @Nullable E choice(Class<E> choices, @Nullable String value) {
        Optional<E> chosen = Arrays.stream(choices.getEnumConstants())
                .filter(choice ->
                        choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value))
                .findFirst();
        return chosen.isPresent() ? chosen.get() : null;
    }
}
