package io.casewright.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms that are deployed. */
@Component
class Forms {

    private final Map<String, List<FormField>> fields = new TreeMap<>();
    private final Map<List<String>, String> labels = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Forms(ObjectMapper json) throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            var form = json.readTree(file.getContentAsByteArray());
            fields.put(
                    form.path("id").asText(),
                    form.findParents("key").stream()
                            .filter(Forms::isAnswer)
                            .map(FormField::read)
                            .toList());
            form.findParents("values").forEach(this::keepLabels);
            form.findParents("key").forEach(this::keepName);
        }
    }

    private void keepLabels(JsonNode field) {
        String key = field.path("key").asText();
        field.path("values")
                .forEach(choice -> labels.put(
                        List.of(key, choice.path("value").asText()),
                        choice.path("label").asText()));
    }

    private void keepName(JsonNode field) {
        if (field.hasNonNull("label")) {
            names.putIfAbsent(field.path("key").asText(), field.path("label").asText());
        }
    }

    /** What a form calls the field of this key. */
    Optional<String> labelOf(String key) {
        return Optional.ofNullable(names.get(key));
    }

    /** What a form calls a choice of the field of this key; forms that have the same field call it the same. */
    Optional<String> labelOf(String key, String value) {
        return Optional.ofNullable(labels.get(List.of(key, value)));
    }

    /** Those that a person fills in; none of a form that is not ours. */
    List<FormField> answersOf(String formId) {
        return fields.getOrDefault(formId, List.of());
    }

    private static boolean isAnswer(JsonNode field) {
        return !field.path("readonly").asBoolean() && !field.path("disabled").asBoolean();
    }
}
