package io.casewright.customer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roles of {@code customer/roles.tsv} with Microsoft's ids, and what they suffice for, of {@code customer/least-roles.tsv}. */
final class Roles {

    private static final String ANY_OTHER = "*";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** In the order of their rank: the one with the least privileges first. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private final List<Row> rows;

    /** @param products words that name what the row is for; none when it is for every product */
    private record Row(String action, List<String> products, List<String> roles) {

        boolean fits(SupportAction action, String product) {
            return this.action.equals(action.word())
                    && (products.isEmpty() || products.stream().anyMatch(product::contains));
        }
    }

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
                        columns.get(0),
                        Arrays.stream(columns.get(1).split(","))
                                .filter(words -> !words.isBlank())
                                .map(Roles::wordsOf)
                                .toList(),
                        List.of(columns.get(2).split(", "))))
                .toList();
    }

    /** The name of the role with this id, if it is one that support knows. */
    Optional<String> nameOf(String id) {
        return Optional.ofNullable(names.get(id.toLowerCase(Locale.ROOT)));
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

    /** The one with the least privileges among those given that suffices and that support may use. */
    Optional<String> leastOf(Set<String> given, SupportAction action, @Nullable String product) {
        List<String> roles = rowFor(action, product).roles();
        List<String> others = roles.contains(ANY_OTHER) ? List.copyOf(ids.keySet()) : List.of();
        return Stream.concat(roles.stream(), others.stream())
                .filter(role -> given.contains(role) && !isRefused(role))
                .findFirst();
    }

    private Row rowFor(SupportAction action, @Nullable String product) {
        String name = wordsOf(product == null ? "" : product);
        return rows.stream().filter(row -> row.fits(action, name)).findFirst().orElseThrow();
    }

    /** In small letters, with one blank before, between and after the words, so that no word is found within another. */
    private static String wordsOf(String text) {
        return " "
                + BETWEEN_WORDS
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
