package io.casewright.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms that are deployed. */
@Component
class Forms {

    private final Map<String, List<FormField>> fields = new TreeMap<>();

    Forms(ObjectMapper json) throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            var form = json.readTree(file.getContentAsByteArray());
            fields.put(
                    form.path("id").asText(),
                    form.findParents("key").stream()
                            .filter(Forms::isAnswer)
                            .map(FormField::read)
                            .toList());
        }
    }

    /** Those that a person fills in; none of a form that is not ours. */
    List<FormField> answersOf(String formId) {
        return fields.getOrDefault(formId, List.of());
    }

    private static boolean isAnswer(JsonNode field) {
        return !field.path("readonly").asBoolean() && !field.path("disabled").asBoolean();
    }
}
