package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The example messages of every call, written from what Microsoft documents. What no example shows is neither sent nor
 * answered: the simulator refuses a request with a field that no example of its call has, and its own answer likewise.
 */
public final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Contract EXAMPLES = new Contract(read());

    private final List<Example> examples;
    private final Map<String, Set<String>> sent = new HashMap<>();
    private final Map<String, Set<String>> answered = new HashMap<>();

    /**
     * One call with its answer.
     *
     * @param name of the file, without its ending
     * @param template path with names in braces
     * @param request its body; missing when there is none
     * @param response the body of the answer; missing when there is none
     */
    public record Example(
            String name,
            String method,
            String template,
            String path,
            JsonNode request,
            int status,
            JsonNode response) {}

    private Contract(List<Example> examples) {
        this.examples = examples;
        for (Example example : examples) {
            String call = example.method() + " " + example.template();
            collect(example.request(), "", sent.computeIfAbsent(call, key -> new TreeSet<>()));
            String outcome = call + " " + (example.status() < 400 ? "done" : "refused");
            collect(example.response(), "", answered.computeIfAbsent(outcome, key -> new TreeSet<>()));
        }
    }

    public static Contract examples() {
        return EXAMPLES;
    }

    public List<Example> all() {
        return examples;
    }

    /** The example of this name. */
    public Example example(String name) {
        return examples.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no example " + name));
    }

    /** Which fields of the body no example of the call sends, as a sentence. */
    Optional<String> objectionToRequest(String method, String template, JsonNode body) {
        String call = method + " " + template;
        if (!sent.containsKey(call)) {
            return Optional.of("No example shows " + call);
        }
        return unknown(body, sent.get(call)).map(fields -> call + " is sent with fields no example has: " + fields);
    }

    /** Which fields of the answer no example of the call shows, as a sentence. */
    Optional<String> objectionToAnswer(String method, String template, int status, JsonNode body) {
        String call = method + " " + template;
        Set<String> known = answered.getOrDefault(call + (status < 400 ? " done" : " refused"), Set.of());
        if (status >= 400 && known.isEmpty()) {
            known = Set.of(
                    "/code", "/description", "/statuscode", "/message", "/error", "/error/code", "/error/message");
        }
        return unknown(body, known).map(fields -> call + " is answered with fields no example has: " + fields);
    }

    /** The fields of a message, as paths in small letters; the items of a list share theirs. */
    public static Set<String> fieldsOf(JsonNode message) {
        var fields = new TreeSet<String>();
        collect(message, "", fields);
        return fields;
    }

    private static Optional<String> unknown(JsonNode body, Set<String> known) {
        var unknown = fieldsOf(body);
        unknown.removeAll(known);
        return unknown.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", unknown));
    }

    private static void collect(JsonNode node, String path, Set<String> fields) {
        if (node != null && node.isArray()) {
            node.forEach(item -> collect(item, path, fields));
        } else if (node != null && node.isObject()) {
            node.fields().forEachRemaining(field -> {
                String name = path + "/" + field.getKey().toLowerCase(Locale.ROOT);
                fields.add(name);
                collect(field.getValue(), name, fields);
            });
        }
    }

    private static List<Example> read() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:microsoft/**/*.json");
            return Arrays.stream(files)
                    .map(file -> {
                        try {
                            return example(
                                    String.valueOf(file.getFilename()), JSON.readTree(file.getContentAsByteArray()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(file + " is no example", e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(String file, JsonNode content) {
        return new Example(
                file.substring(0, file.length() - ".json".length()),
                content.required("method").asText(),
                content.required("template").asText(),
                content.required("path").asText(),
                content.path("request"),
                content.required("status").asInt(),
                content.path("response"));
    }
}
