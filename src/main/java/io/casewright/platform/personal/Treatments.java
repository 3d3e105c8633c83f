package io.casewright.platform.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.casewright.platform.text.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes of values what is to be kept of them. */
@Component
class Treatments {

    private static final String NO_DOCUMENT = "{}";

    private final ObjectMapper json;
    private final JdbcClient database;
    private final Map<String, Map<String, Integer>> lengths = new ConcurrentHashMap<>();

    Treatments(ObjectMapper json, JdbcClient database) {
        this.json = json;
        this.database = database;
    }

    /** The new values of those columns that change. */
    Map<String, @Nullable Object> of(
            PersonalTable table, Map<String, @Nullable Object> row, boolean isOwn, Erasure erasure) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        table.columns.forEach((column, treatment) -> {
            Object before = row.get(column);
            String text = text(before);
            if (text == null) {
                return;
            }
            String after = isOwn
                    ? own(treatment, text, erasure, () -> keyOf(table, row))
                    : others(treatment, text, erasure.inOthers());
            if (!Objects.equals(text, after)) {
                String kept = after == null ? null : cut(after, table.table, column);
                values.put(
                        column,
                        before instanceof byte[] && kept != null ? kept.getBytes(StandardCharsets.UTF_8) : kept);
            }
        });
        return values;
    }

    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }

    private @Nullable String own(Treatment treatment, String text, Erasure erasure, Supplier<String> key) {
        return switch (treatment) {
            case NAME -> erasure.pseudonym().name();
            case ADDRESS -> erasure.pseudonym().address();
            case AUTHORED -> PersonTraces.ERASED_TEXT;
            case WORDS -> erasure.inOwn().takenOutOf(text);
            case DOCUMENT -> document(text, erasure.inOwn());
            case NO_DOCUMENT -> NO_DOCUMENT;
            case TOKENS -> tokens(text, erasure.inOwn());
            case KEY -> Fingerprint.of(key.get());
            case NOTHING -> null;
            case BLANK -> "";
        };
    }

    private @Nullable String others(Treatment treatment, String text, PersonTraces traces) {
        return switch (treatment) {
            case KEY -> text;
            case DOCUMENT, NO_DOCUMENT -> document(text, traces);
            case TOKENS -> tokens(text, traces);
            default -> traces.takenOutOf(text);
        };
    }

    /** The same for each row, so that a second run changes nothing. */
    private static String keyOf(PersonalTable table, Map<String, @Nullable Object> row) {
        return table.table + ":"
                + table.keys.stream().map(name -> "" + row.get(name)).collect(Collectors.joining(":"));
    }

    private static String tokens(String text, PersonTraces traces) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !traces.isToken(word))
                .collect(Collectors.joining(" "));
    }

    private String document(String text, PersonTraces traces) {
        try {
            JsonNode before = json.readTree(text);
            JsonNode after = taken(before, traces);
            return after.equals(before) ? text : json.writeValueAsString(after);
        } catch (JsonProcessingException e) {
            // Not a document after all; nothing is left behind for that.
            return traces.takenOutOf(text);
        }
    }

    private JsonNode taken(JsonNode node, PersonTraces traces) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(traces.takenOutOf(text.textValue()));
            case ObjectNode object -> {
                var copy = json.createObjectNode();
                object.properties().forEach(each -> copy.set(each.getKey(), taken(each.getValue(), traces)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = json.createArrayNode();
                array.forEach(each -> copy.add(taken(each, traces)));
                yield copy;
            }
            default -> node;
        };
    }

    /** A pseudonym may be longer than the name it stands for. */
    private String cut(String text, String table, String column) {
        int longest = lengths.computeIfAbsent(table, this::lengthsOf).getOrDefault(column, Integer.MAX_VALUE);
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private Map<String, Integer> lengthsOf(String table) {
        return database
                .sql("SELECT column_name AS name, character_maximum_length AS longest FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = ? AND data_type IN ('char', 'varchar')")
                .param(table)
                .query((row, index) -> Map.entry(row.getString("name"), row.getInt("longest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
