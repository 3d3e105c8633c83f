package io.casewright.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A form as somebody filled it in who goes by nothing but the form: what it shows, asks, offers and hides. */
final class FilledForm {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** Else few conversations would get as far as to a vendor. */
    private static final String LONGEST_WAY = "service-fault";

    private static final Map<String, ParsedExpression> CONDITIONS = new ConcurrentHashMap<>();

    private final JsonNode schema;
    private final Map<String, Object> shown;
    private final Random random;
    private final Words words;
    private final Map<String, Object> answers = new TreeMap<>();

    private FilledForm(JsonNode schema, Map<String, Object> shown, Random random, Words words) {
        this.schema = schema;
        this.shown = shown;
        this.random = random;
        this.words = words;
    }

    /** The names of all that a form shows or asks. */
    static Set<String> keysOf(JsonNode schema) {
        return fields(schema).stream().map(field -> field.path("key").asText()).collect(Collectors.toSet());
    }

    static FilledForm of(JsonNode schema, Map<String, Object> shown, Random random, Words words) {
        var form = new FilledForm(schema, shown, random, words);
        fields(schema).stream()
                .filter(field -> !field.path("readonly").asBoolean())
                .filter(field -> !form.isHidden(field))
                .forEach(field -> form.answers.put(field.path("key").asText(), form.answer(field)));
        return form;
    }

    Map<String, Object> answers() {
        return answers;
    }

    /** The marks of all that could be read in it. */
    TreeSet<String> read() {
        var read = new TreeSet<String>();
        fields(schema)
                .forEach(field -> read.addAll(
                        Words.in(String.valueOf(shown.get(field.path("key").asText())))));
        return read;
    }

    /** The marks of what was typed for the customer. */
    List<String> forCustomer() {
        return answers.entrySet().stream()
                .filter(answer -> isForCustomer(answer.getKey()))
                .flatMap(answer -> Words.in(String.valueOf(answer.getValue())).stream())
                .toList();
    }

    /** The marks of what the customer gets by this very form. */
    List<String> promised() {
        return forCustomer().stream().filter(mark -> isSentAtOnce()).toList();
    }

    private boolean isSentAtOnce() {
        return is("readingOutcome", "answer")
                || is("ticketSolves", "yes")
                || is("answerWay", "ask-customer")
                || is("watchChoice", "relay")
                || is("cause", "unclear")
                        && answers.get("check") == null
                        && answers.get("requestAccess") == null
                        && answers.get("handTo") == null;
    }

    /** What customers may read; all else is among those who work on a case. */
    private boolean isForCustomer(String key) {
        String form = schema.path("id").asText();
        return switch (key) {
            case "question", "advice", "resolution", "relayText", "updateText", "invitationText" -> true;
            case "answerText" -> form.startsWith("customer-message");
            case "newsText" -> form.startsWith("known-issue");
            default -> false;
        };
    }

    private boolean is(String key, String value) {
        return value.equals(answers.get(key));
    }

    private static List<JsonNode> fields(JsonNode schema) {
        return schema.findParents("key").stream()
                .filter(field -> field.hasNonNull("type"))
                .toList();
    }

    private boolean isHidden(JsonNode field) {
        String condition = field.path("conditional").path("hide").asText();
        if (condition.isEmpty()) {
            return false;
        }
        var known = new HashMap<>(shown);
        fields(schema).stream()
                .filter(each -> !each.path("readonly").asBoolean())
                .forEach(each -> known.put(each.path("key").asText(), null));
        known.putAll(answers);
        var expression = CONDITIONS.computeIfAbsent(
                condition, text -> FEEL.parseExpression(text.substring(1)).parsedExpression());
        return Boolean.TRUE.equals(FEEL.evaluate(expression, known).result());
    }

    private @Nullable Object answer(JsonNode field) {
        boolean isLeftOut = random.nextInt(100) < chanceToLeaveOut(field);
        Object before = shown.get(field.path("key").asText());
        boolean isKept = random.nextInt(3) > 0
                && before != null
                && Words.in(before.toString()).isEmpty();
        if (isLeftOut) {
            return null;
        }
        return switch (field.path("type").asText()) {
            case "select", "radio" -> choice(field, isKept ? before : null);
            case "number" -> 1 + random.nextInt(40);
            case "textfield", "textarea" -> isKept ? before : text(field);
            default -> before;
        };
    }

    /** Of a hundred people so many: what only some cases need is left out more often. */
    private static int chanceToLeaveOut(JsonNode field) {
        boolean isText = field.path("type").asText().startsWith("text");
        return field.path("validate").path("required").asBoolean()
                ? 3
                : field.has("conditional") ? 8 : isText ? 15 : 88;
    }

    private @Nullable Object choice(JsonNode field, @Nullable Object before) {
        var offered = field.path("values").isArray()
                ? StreamSupport.stream(field.path("values").spliterator(), false)
                        .<Object>map(value -> value.path("value").asText())
                        .toList()
                : offeredIn(shown.get(field.path("valuesKey").asText()));
        if (offered.isEmpty()) {
            return null;
        }
        if (offered.contains(LONGEST_WAY) && random.nextInt(3) == 0) {
            return LONGEST_WAY;
        }
        return before != null && offered.contains(before) ? before : offered.get(random.nextInt(offered.size()));
    }

    private static List<Object> offeredIn(@Nullable Object list) {
        return list instanceof List<?> choices
                ? choices.stream()
                        .<Object>map(each -> each instanceof Map<?, ?> choice ? choice.get("value") : each)
                        .toList()
                : List.of();
    }

    private @Nullable String text(JsonNode field) {
        String key = field.path("key").asText();
        if (field.path("validate").has("pattern")) {
            return null;
        }
        if (key.equals("knownIssue")) {
            return Shop.ISSUES.get(random.nextInt(Shop.ISSUES.size()));
        }
        if (key.equals("roleUsed")) {
            return "Global Reader";
        }
        if (key.endsWith("Email")) {
            return "support@partner.example";
        }
        if (key.endsWith("Phone")) {
            return "+358 9 555 0100";
        }
        return isForCustomer(key) ? "Please note " + words.forCustomer() : "Among us " + words.internal();
    }
}
