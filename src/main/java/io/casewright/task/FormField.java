package io.casewright.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.platform.text.InputText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form that a person fills in.
 *
 * @param label without its question mark
 * @param choices null where it is no choice, or where a variable holds what can be chosen
 * @param choicesIn name of the variable that holds what can be chosen
 */
record FormField(
        String key,
        String label,
        String type,
        @Nullable List<String> choices,
        @Nullable String choicesIn,
        @Nullable Integer longest) {

    static FormField read(JsonNode field) {
        var rules = field.path("validate");
        var values = field.path("values");
        String key = field.path("key").asText();
        return new FormField(
                key,
                field.path("label").asText(key).replaceAll("\\?$", ""),
                field.path("type").asText(),
                values.isArray()
                        ? StreamSupport.stream(values.spliterator(), false)
                                .map(value -> value.path("value").asText())
                                .toList()
                        : null,
                field.path("valuesKey").asText(null),
                rules.has("maxLength") ? rules.path("maxLength").asInt() : null);
    }

    /** What the form itself would not have let through. Whether an answer is needed is no matter of the field alone. */
    Optional<String> problemWith(Map<String, Object> variables) {
        Object value = variables.get(key);
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        return switch (type) {
            case "select", "radio" -> problemWithChoice(value, variables);
            case "textfield", "textarea" -> problemWithText(value);
            default -> Optional.empty();
        };
    }

    private Optional<String> problemWithChoice(Object value, Map<String, Object> variables) {
        boolean offered = value instanceof String word
                && (choices == null
                        ? choicesIn == null || isOffered(word, variables.get(choicesIn))
                        : choices.contains(word));
        return offered ? Optional.empty() : said("choose one of those that the form offers");
    }

    /** Without a list there is nothing to go by. */
    private static boolean isOffered(String word, @Nullable Object list) {
        return !(list instanceof Collection<?> offered)
                || offered.stream()
                        .map(each -> each instanceof Map<?, ?> choice ? choice.get("value") : each)
                        .filter(Objects::nonNull)
                        .anyMatch(word::equals);
    }

    private Optional<String> problemWithText(Object value) {
        if (!(value instanceof String text)) {
            return said("must be a text");
        }
        return longest != null && text.length() > longest
                ? said("at most %d characters, these are %d".formatted(longest, text.length()))
                : InputText.problemWith(text).flatMap(this::said);
    }

    private Optional<String> said(String problem) {
        return Optional.of(label + ": " + problem + ".");
    }
}
