package io.casewright.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Answers a search as Camunda does: a filter of equal values or of the operators that start with $, a sort order, a page. */
final class Search {

    private static final int USUAL_LIMIT = 100;

    private final ObjectMapper json;

    Search(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode answer(Collection<?> all, JsonNode query) {
        List<JsonNode> found = all.stream()
                .map(each -> (JsonNode) json.valueToTree(each))
                .filter(each -> fits(each, query.path("filter")))
                .sorted(order(query.path("sort")))
                .toList();
        var page = query.path("page");
        int from = page.path("after").asInt(page.path("from").asInt(0));
        int limit = page.path("limit").asInt(USUAL_LIMIT);
        var answer = json.createObjectNode();
        answer.putArray("items").addAll(found.stream().skip(from).limit(limit).toList());
        answer.putObject("page")
                .put("totalItems", found.size())
                .put("hasMoreTotalItems", false)
                .put("endCursor", Integer.toString(from + answer.path("items").size()));
        return answer;
    }

    private static boolean fits(JsonNode item, JsonNode filter) {
        for (Map.Entry<String, JsonNode> wanted : filter.properties()) {
            boolean isSaid = !wanted.getValue().isNull()
                    && !(wanted.getValue().isArray() && wanted.getValue().isEmpty());
            if (isSaid && !fitsValue(item.path(wanted.getKey()), wanted.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsValue(JsonNode value, JsonNode wanted) {
        if (!wanted.isObject()) {
            return same(value, wanted);
        }
        for (Map.Entry<String, JsonNode> operator : wanted.properties()) {
            if (!operator.getValue().isNull() && !applies(operator.getKey(), value, operator.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean applies(String operator, JsonNode value, JsonNode wanted) {
        return switch (operator) {
            case "$eq" -> same(value, wanted);
            case "$neq" -> !same(value, wanted);
            case "$exists" -> wanted.asBoolean() != (value.isMissingNode() || value.isNull());
            case "$in" ->
                wanted.isEmpty()
                        || StreamSupport.stream(wanted.spliterator(), false).anyMatch(each -> same(value, each));
            case "$notIn" -> StreamSupport.stream(wanted.spliterator(), false).noneMatch(each -> same(value, each));
            default -> throw new UnknownOperator(operator);
        };
    }

    /** A list, such as candidate groups, has a value when one of its members is it. */
    private static boolean same(JsonNode value, JsonNode wanted) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).anyMatch(each -> same(each, wanted))
                : value.asText().equals(wanted.asText());
    }

    private static Comparator<JsonNode> order(JsonNode sort) {
        Comparator<JsonNode> order = Comparator.comparing(each -> 0);
        for (JsonNode by : sort) {
            String field = by.path("field").asText();
            Comparator<JsonNode> next = (one, other) -> compare(one.path(field), other.path(field));
            order = order.thenComparing("DESC".equalsIgnoreCase(by.path("order").asText()) ? next.reversed() : next);
        }
        return order;
    }

    private static int compare(JsonNode one, JsonNode other) {
        boolean asNumbers = one.asText().matches("-?\\d+") && other.asText().matches("-?\\d+");
        return asNumbers
                ? Long.compare(one.asLong(), other.asLong())
                : one.asText().compareTo(other.asText());
    }

    /** What this gateway does not answer, it says. */
    static final class UnknownOperator extends IllegalArgumentException {

        UnknownOperator(String operator) {
            super("The embedded engine's gateway does not know the operator " + operator);
        }
    }
}
