package io.casewright.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The roles of {@code customer/roles.tsv} with Microsoft's ids, and what they suffice for, of {@code customer/least-roles.tsv}. */
final class Roles {

    private static final String ANY_OTHER = "*";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private final List<Row> rows;

    private record Row(String action, String product, List<String> roles) {}

    Roles() {
        for (List<String> columns : TabbedFile.read("customer/roles.tsv")) {
            ids.put(columns.get(0), columns.get(1));
            names.put(columns.get(1), columns.get(0));
            if (columns.get(2).equals("refused")) {
                refused.add(columns.get(0));
            }
        }
        rows = TabbedFile.read("customer/least-roles.tsv").stream()
                .map(columns -> new Row(
                        columns.get(0), columns.get(1), List.of(columns.get(2).split(", "))))
                .toList();
    }

    /** The name of the role with this id, if it is one that support knows. */
    Optional<String> nameOf(String id) {
        return Optional.ofNullable(names.get(id.toLowerCase(java.util.Locale.ROOT)));
    }

    /** Microsoft's id of the role; fails when the tables do not know it. */
    String idOf(String role) {
        return Objects.requireNonNull(ids.get(role), role);
    }

    boolean isKnown(String role) {
        return ids.containsKey(role);
    }

    /** Whether no support flow may use it, although a customer may have granted it. */
    boolean isRefused(String role) {
        return refused.contains(role);
    }

    /** All that support may use, by name. */
    Set<String> usable() {
        return ids.keySet().stream().filter(role -> !isRefused(role)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The role with the least privileges that suffices. */
    String leastFor(SupportAction action, @Nullable String product) {
        return rowFor(action, product).roles().getFirst();
    }

    /** The one with the least privileges among those given that suffices. */
    Optional<String> leastOf(Set<String> given, SupportAction action, @Nullable String product) {
        List<String> roles = rowFor(action, product).roles();
        return roles.stream()
                .filter(given::contains)
                .findFirst()
                .or(() -> roles.contains(ANY_OTHER) ? given.stream().sorted().findFirst() : Optional.empty());
    }

    private Row rowFor(SupportAction action, @Nullable String product) {
        String name = product == null ? "" : product.toLowerCase(java.util.Locale.ROOT);
        return rows.stream()
                .filter(row -> row.action().equals(action.word()) && name.contains(row.product()))
                .findFirst()
                .orElseThrow();
    }
}
