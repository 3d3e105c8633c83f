package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan as it is written down: field by field, whether in a form or in a file, right or not. A list has one entry a line.
 *
 * @param values without those that are empty
 */
public record PlanFields(Map<String, String> values) {

    /** Languages that a plan can be written in; it must be in the first two. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    public static final List<String> SEVERITIES = List.of("critical", "moderate", "minimal");
    public static final String VALID_FROM = "validFrom";
    public static final String HOURS_AT = "hoursAt";

    /** How the names of the fields of a calendar begin. */
    public static final String CALENDAR = "calendar.";

    /** Fields that hold one entry a line. */
    public static final Set<String> LISTS =
            Set.of("calendar.hours", "calendar.closedDays", "calendar.openSpans", "contact", "languages");

    /** What is said in each language, and what people call it. */
    public static final Map<String, String> WORDS = inOrder(
            "name", "Name",
            "summary", "In short",
            "billing", "Support with bills",
            "subscription", "Support with subscriptions",
            "technical", "Technical support",
            "contact", "Contact by",
            "hours", "About the service hours",
            "included", "What the price covers");

    /** What is the same in all languages, and what people call it. */
    public static final Map<String, String> FACTS = facts();

    public PlanFields {
        var filledIn = new TreeMap<String, String>();
        values.forEach((field, value) -> {
            String text = normal(value);
            if (!text.isEmpty()) {
                filledIn.put(field, text);
            }
        });
        values = Map.copyOf(filledIn);
    }

    /**
     * One field that is another than before.
     *
     * @param before null when it was empty, likewise after
     */
    public record Difference(String label, String before, String after) {

        /** For who decides on it, on one line. */
        public String inWords() {
            return "%s: %s → %s".formatted(label, shown(before), shown(after));
        }

        private static String shown(String value) {
            return value.isEmpty() ? "nothing" : value.replace("\n", "; ");
        }
    }

    public String of(String field) {
        return values.getOrDefault(field, "");
    }

    public List<String> linesOf(String field) {
        return of(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public PlanFields with(String field, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(field, value);
        return new PlanFields(all);
    }

    /** The fields that a calendar is written down in. */
    public static PlanFields ofCalendar(CalendarText text) {
        return new PlanFields(Map.of(
                "calendar.zone", text.zone(),
                "calendar.hours", String.join("\n", text.hours()),
                "calendar.country", Objects.requireNonNullElse(text.country(), ""),
                "calendar.region", Objects.requireNonNullElse(text.region(), ""),
                "calendar.closedDays", String.join("\n", text.closedDays()),
                "calendar.openSpans", String.join("\n", text.openSpans())));
    }

    public PlanFields without(Collection<String> fields) {
        var rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(fields);
        return new PlanFields(rest);
    }

    /** Whether something is written in the language. */
    public boolean isIn(String language) {
        return WORDS.keySet().stream()
                .anyMatch(field -> !of(language + "." + field).isEmpty());
    }

    /** What is other than in the fields before, in the order of the form. */
    public List<Difference> differencesTo(PlanFields before) {
        var differences = new ArrayList<Difference>();
        for (String field : names()) {
            if (!field.equals(VALID_FROM) && !of(field).equals(before.of(field))) {
                differences.add(new Difference(label(field), before.of(field), of(field)));
            }
        }
        return differences;
    }

    /** All fields there are. */
    public static List<String> names() {
        var names = new ArrayList<String>();
        for (String language : LANGUAGES) {
            WORDS.keySet().forEach(field -> names.add(language + "." + field));
        }
        names.addAll(FACTS.keySet());
        return names;
    }

    /** What people call a field. */
    public static String label(String field) {
        String fact = FACTS.get(field);
        if (fact != null) {
            return fact;
        }
        int dot = field.indexOf('.');
        return Objects.requireNonNullElse(WORDS.get(field.substring(dot + 1)), field) + " ("
                + field.substring(0, Math.max(0, dot)) + ")";
    }

    private static String normal(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static Map<String, String> facts() {
        var facts = inOrder(
                VALID_FROM,
                "Valid from",
                "languages",
                "Languages of support",
                "calendar.zone",
                "Time zone",
                "calendar.hours",
                "Service hours",
                "calendar.country",
                "Country of the public holidays",
                "calendar.region",
                "Region of the public holidays",
                "calendar.closedDays",
                "Further closed days",
                "calendar.openSpans",
                "Open all the same",
                HOURS_AT,
                "Where these hours hold");
        for (String severity : SEVERITIES) {
            facts.put("targets." + severity + ".firstResponse", "First response, " + severity);
            facts.put("targets." + severity + ".nextUpdate", "Next update, " + severity);
            facts.put("targets." + severity + ".resolution", "Resolution, " + severity);
        }
        facts.putAll(inOrder(
                "charging.model", "Charging",
                "charging.price", "Price",
                "charging.currency", "Currency",
                "charging.hours", "Hours in the package",
                "charging.roundUpToMinutes", "Rounded up to minutes",
                "charging.atLeastMinutes", "At least minutes",
                "charging.afterHoursRate", "Hourly rate outside the service hours",
                "charging.taxName", "Tax",
                "charging.taxPercent", "Tax in percent",
                "delivery.firstLine", "First line of support",
                "delivery.secondLine", "Second line of support"));
        return facts;
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
