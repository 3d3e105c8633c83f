package io.casewright.desk.pages;

import io.casewright.casefile.domain.Severity;
import io.casewright.desk.domain.DeskColumn;
import io.casewright.desk.domain.DeskList;
import io.casewright.desk.domain.DeskView;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of a list, which says all about how somebody looks at it, so that it can be kept and sent on. */
final class DeskAddress {

    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_SEARCH = 200;

    private DeskAddress() {}

    /** @throws DeskRefused when a parameter has a value that it cannot have */
    static DeskView read(Map<String, String> parameters) {
        String sort = parameters.getOrDefault("sort", "promise");
        boolean descending = sort.startsWith("-");
        return new DeskView(
                named(DeskList.values(), "list", parameters.getOrDefault("list", "mine")),
                named(DeskColumn.values(), "sort", descending ? sort.substring(1) : sort),
                descending,
                text(parameters, "queue"),
                severity(text(parameters, "severity")),
                text(parameters, "assignee"),
                text(parameters, "customer"),
                text(parameters, "q") instanceof String words ? words : "",
                page(parameters.getOrDefault("page", "1")));
    }

    /** The same from the part after the question mark. */
    static DeskView read(String query) {
        var parameters = new HashMap<String, String>();
        for (String part : query.split("&", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                parameters.put(part.substring(0, at), decoded(part.substring(at + 1)));
            }
        }
        return read(parameters);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw DeskRefused.address("from", "is not the address of a list");
        }
    }

    /** The part of the address after the question mark; what is as usual is left out. */
    static String query(DeskView view) {
        var query = new StringBuilder("list=" + word(view.list()));
        add(query, "sort", sortWord(view));
        add(query, "queue", view.queue());
        add(query, "severity", view.severity() == null ? null : view.severity().toLowerCase(Locale.ROOT));
        add(query, "assignee", view.assignee());
        add(query, "customer", view.customer());
        add(query, "q", view.text().isEmpty() ? null : view.text());
        add(query, "page", view.page() == 1 ? null : Integer.toString(view.page()));
        return query.toString();
    }

    static String of(DeskView view) {
        return "/desk?" + query(view);
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String sortWord(DeskView view) {
        if (view.sort() == DeskColumn.PROMISE && !view.descending()) {
            return null;
        }
        return (view.descending() ? "-" : "") + word(view.sort());
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static <T extends Enum<T>> T named(T[] values, String parameter, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> DeskRefused.address(parameter, "has a value that is not allowed here"));
    }

    private static @Nullable String severity(@Nullable String name) {
        return name == null ? null : named(Severity.values(), "severity", name).name();
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "").strip();
        if (value.length() > LONGEST_SEARCH) {
            throw DeskRefused.address(name, "must have at most " + LONGEST_SEARCH + " characters");
        }
        return value.isEmpty() ? null : value;
    }

    private static int page(String number) {
        try {
            int page = Integer.parseInt(number);
            if (page >= 1 && page <= LAST_PAGE) {
                return page;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw DeskRefused.address("page", "must be from 1 to " + LAST_PAGE);
    }
}
