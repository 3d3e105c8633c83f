package io.casewright.desk.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewright.platform.pages.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows a form in the language of who fills it in; its file, its fields and what is sent stay as they are. */
@Component
class FormLanguage {

    /** What of a component people read. */
    private static final List<String> READ = List.of("label", "description", "text", "placeholder", "alt");

    /** What processes say in words of their own; what people wrote stands in other variables. */
    private static final Set<String> SAID = Set.of(
            "accessNews",
            "accessProblem",
            "accessSummary",
            "actionWords",
            "answerProblem",
            "approvalWhy",
            "callProblem",
            "cameBack",
            "caseStatus",
            "checkResult",
            "deskProblem",
            "healthSummary",
            "issueStatus",
            "missingText",
            "resolutionProblem",
            "roleGranted",
            "routeReason",
            "statusThere",
            "waitReason");

    /** Names that programs give to things, and of what kind they are. */
    private static final Map<String, String> NAMES = Map.of("target", "Target", "channel", "Channel");

    /** The end of the names of fields that stand beside the value itself; none of them is sent. */
    private static final String SHOWN = "Shown";

    private final Texts texts;

    FormLanguage(Texts texts) {
        this.texts = texts;
    }

    /** A form and what it shows. */
    record Shown(JsonNode schema, Map<String, Object> data) {}

    Shown of(JsonNode schema, Map<String, Object> data) {
        var shown = new Shown(schema.deepCopy(), new HashMap<>(data));
        shown.schema().path("components").forEach(component -> translate(component, shown.data()));
        return shown;
    }

    private void translate(JsonNode component, Map<String, Object> data) {
        if (component instanceof ObjectNode field) {
            READ.stream()
                    .filter(part -> field.path(part).isTextual())
                    .forEach(part -> field.put(part, texts.said(field.path(part).asText())));
            if (field.path("readonly").asBoolean()) {
                showInWords(field, data);
            }
        }
        component.path("values").forEach(choice -> translate(choice, data));
        component.path("components").forEach(inner -> translate(inner, data));
    }

    /** Beside the value itself, on which conditions of the form may rest. */
    private void showInWords(ObjectNode field, Map<String, Object> data) {
        String key = field.path("key").asText();
        if (!(data.get(key) instanceof String value)) {
            return;
        }
        String words = wordsOf(key, value);
        if (!words.equals(value)) {
            field.put("key", key + SHOWN);
            data.put(key + SHOWN, words);
        }
    }

    private String wordsOf(String key, String value) {
        String kind = NAMES.get(key);
        if (kind != null && value.matches("[A-Z][A-Z_]+")) {
            return texts.ofName(kind, value);
        }
        return kind != null || SAID.contains(key) ? texts.said(value) : value;
    }
}
