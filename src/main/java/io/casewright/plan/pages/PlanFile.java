package io.casewright.plan.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.plan.domain.PlanFields;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A plan in a JSON file: the fields of the form, those with a point in their name one inside the other, lists as lists. */
final class PlanFile {

    private static final int LARGEST = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanFile() {}

    /**
     * What was read of a file.
     *
     * @param faults of fields whose values no form could hold
     */
    record Read(PlanFields fields, Map<String, String> faults) {}

    /** No file of a plan. The message is for who handed it in. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }

    static Read read(String name, byte[] content) throws Unreadable {
        if (content.length == 0 || content.length > LARGEST) {
            throw new Unreadable(
                    content.length == 0
                            ? "Choose a file."
                            : "The file “%s” is larger than a plan can be.".formatted(shown(name)));
        }
        var texts = new HashMap<String, String>();
        var faults = new TreeMap<String, String>();
        flatten("", tree(name, content), texts, faults);
        return new Read(new PlanFields(texts), faults);
    }

    private static JsonNode tree(String name, byte[] content) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            var tree = JSON.readTree(text);
            if (!tree.isObject()) {
                throw new Unreadable("The file “%s” holds no JSON object.".formatted(shown(name)));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new Unreadable("The file “%s” is no JSON: look at its line %d."
                    .formatted(
                            shown(name),
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        } catch (CharacterCodingException e) {
            throw new Unreadable("The file “%s” is not written in UTF-8.".formatted(shown(name)));
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> texts, Map<String, String> faults) {
        if (node.isObject() && path.chars().filter(each -> each == '.').count() < 4) {
            node.fields()
                    .forEachRemaining(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            texts,
                            faults));
        } else if (node.isArray() && isOfTexts(node)) {
            var lines = new StringBuilder();
            node.forEach(line -> lines.append(line.asText()).append('\n'));
            texts.put(path, lines.toString());
        } else if (node.isValueNode()) {
            texts.put(path, node.isNull() ? "" : node.asText());
        } else {
            faults.put(path, "must be a text, a number or a list of texts");
        }
    }

    private static boolean isOfTexts(JsonNode node) {
        for (JsonNode each : node) {
            if (!each.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
