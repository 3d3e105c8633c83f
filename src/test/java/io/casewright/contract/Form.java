package io.casewright.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One form file. */
record Form(String file, JsonNode content) {

    String id() {
        return content.path("id").asText();
    }

    /** Keys of the fields that the agent fills in. */
    Set<String> answers() {
        return keys(field -> !isShownOnly(field));
    }

    /** Keys of fields that are only shown, but sent with the answers, so that it is known by what somebody answered. */
    Set<String> fieldsThatWereSeen() {
        return keys(field -> isShownOnly(field) && field.path("key").asText().startsWith("seen"));
    }

    /** Keys of all fields, and variables that decide whether a field is shown or what it offers. */
    Set<String> reads() {
        var reads = new TreeSet<>(keys(field -> true));
        content.findValues("hide").forEach(hide -> reads.addAll(Feel.variables(hide.asText())));
        content.findValues("valuesKey").forEach(choices -> reads.add(choices.asText()));
        return reads;
    }

    static boolean isShownOnly(JsonNode field) {
        return field.path("readonly").asBoolean() || field.path("disabled").asBoolean();
    }

    private Set<String> keys(Predicate<JsonNode> wanted) {
        var keys = new LinkedHashSet<String>();
        content.findParents("key").stream()
                .filter(wanted)
                .forEach(field -> keys.add(field.path("key").asText()));
        return keys;
    }
}
