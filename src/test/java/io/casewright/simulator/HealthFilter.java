package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The part of OData's filters that issues are asked for with: comparisons joined by and, and these by or. */
final class HealthFilter {

    private HealthFilter() {}

    /** Empty when the simulation does not understand it; an empty filter lets everything pass. */
    static Optional<Predicate<JsonNode>> of(String filter) {
        if (filter.isBlank()) {
            return Optional.of(issue -> true);
        }
        List<List<Optional<Predicate<JsonNode>>>> alternatives = Arrays.stream(filter.split(" or "))
                .map(each -> Arrays.stream(each.split(" and "))
                        .map(HealthFilter::comparison)
                        .toList())
                .toList();
        if (alternatives.stream().flatMap(List::stream).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(issue -> alternatives.stream()
                .anyMatch(all -> all.stream().flatMap(Optional::stream).allMatch(one -> one.test(issue))));
    }

    private static Optional<Predicate<JsonNode>> comparison(String text) {
        String[] parts = text.strip().split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        return switch (parts[0] + " " + parts[1]) {
            case "lastModifiedDateTime ge" ->
                time(parts[2])
                        .map(since ->
                                issue -> !HealthSimulator.modifiedAt(issue).isBefore(since));
            case "isResolved eq" ->
                Stream.of("true", "false")
                        .filter(parts[2]::equals)
                        .findFirst()
                        .map(wanted ->
                                issue -> issue.path("isResolved").asText().equals(wanted));
            case "service eq" ->
                Optional.of(issue -> ("'" + issue.path("service").asText() + "'").equals(parts[2]));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
