package io.casewright.plan;

import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.DeliveryModel;
import io.casewright.plan.domain.HoursAt;
import io.casewright.plan.domain.PlanFields;
import io.casewright.platform.pages.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a plan as a form shows them. Whoever else keeps hours has those of its calendar with the same words. */
@Component
public class PlanFormFields {

    private static final List<String> LONG = List.of("summary", "billing", "subscription", "technical", "included");

    private final Texts texts;

    PlanFormFields(Texts texts) {
        this.texts = texts;
    }

    /**
     * What the form is filled with.
     *
     * @param faults by field, in English
     * @param kept what somebody else made of it meanwhile, by field
     * @param problem why nothing was kept
     */
    public record Filled(
            PlanFields fields,
            Map<String, String> faults,
            Map<String, String> kept,
            @Nullable String problem) {

        public static Filled with(PlanFields fields) {
            return new Filled(fields, Map.of(), Map.of(), null);
        }
    }

    /**
     * One field.
     *
     * @param kind {@code line}, {@code lines} or {@code choice}
     * @param fault what is wrong with it, in the reader's language; null when nothing is
     * @param help how it is written, or what somebody else made of it meanwhile
     * @param options the words for what can be chosen, by value
     */
    public record Field(
            String name,
            String label,
            String kind,
            String value,
            @Nullable String fault,
            @Nullable String help,
            Map<String, String> options) {}

    /** One field that is another than before. */
    public record Change(String label, String before, String after) {}

    /** Those of the calendar. */
    public List<Field> ofCalendar(Filled filled) {
        return of(filled, name -> name.startsWith(PlanFields.CALENDAR));
    }

    /** Those that belong together, in the order of the form. */
    public List<Field> of(Filled filled, Predicate<String> belongs) {
        return PlanFields.names().stream()
                .filter(belongs)
                .map(name -> field(name, filled))
                .toList();
    }

    /** What is another than before, in the same order. */
    public List<Change> changes(PlanFields before, PlanFields after) {
        return PlanFields.names().stream()
                .filter(name -> !after.of(name).equals(before.of(name)))
                .map(name -> new Change(label(name), before.of(name), after.of(name)))
                .toList();
    }

    private Field field(String name, Filled filled) {
        String fault = filled.faults().get(name);
        String kept = filled.kept().get(name);
        var options = options(name);
        String last = name.substring(name.indexOf('.') + 1);
        boolean isLong = LONG.contains(last) || PlanFields.LISTS.contains(name) || PlanFields.LISTS.contains(last);
        return new Field(
                name,
                label(name),
                !options.isEmpty() ? "choice" : isLong ? "lines" : "line",
                value(name, filled),
                fault == null ? null : texts.said(fault),
                kept == null ? help(name) : texts.of("form.kept-now", kept),
                options);
    }

    /** Where nothing is said of it, hours hold with us. */
    private static String value(String name, Filled filled) {
        String value = filled.fields().of(name);
        return value.isEmpty() && name.equals(PlanFields.HOURS_AT) ? HoursAt.OURS.name() : value;
    }

    /** What people call a field, in the reader's language. */
    private String label(String name) {
        String label = PlanFields.label(name);
        int language = label.lastIndexOf(" (");
        return language < 0 ? texts.said(label) : texts.said(label.substring(0, language)) + label.substring(language);
    }

    private Map<String, String> options(String name) {
        var options = new LinkedHashMap<String, String>();
        if (name.equals("charging.model")) {
            for (var model : Charging.Model.values()) {
                options.put(model.name(), texts.of(model));
            }
        } else if (name.equals(PlanFields.HOURS_AT)) {
            for (var where : HoursAt.values()) {
                options.put(where.name(), texts.of(where));
            }
        } else if (name.startsWith("delivery.")) {
            for (var model : DeliveryModel.values()) {
                options.put(model.name(), texts.of(model));
            }
        }
        return options;
    }

    private @Nullable String help(String name) {
        return switch (name) {
            case PlanFields.VALID_FROM -> texts.of("plans.help.valid-from");
            case "languages" -> texts.of("plans.help.languages");
            case PlanFields.HOURS_AT -> texts.of("plans.help.hours-at");
            case "calendar.zone" -> texts.of("plans.help.zone");
            case "calendar.hours" -> texts.of("plans.help.hours");
            case "calendar.country" -> texts.of("plans.help.country");
            case "calendar.region" -> texts.of("plans.help.region");
            case "calendar.closedDays" -> texts.of("plans.help.closed-days");
            case "calendar.openSpans" -> texts.of("plans.help.open-spans");
            case "charging.price" -> texts.of("plans.help.price");
            case "charging.currency" -> texts.of("plans.help.currency");
            default ->
                name.startsWith("targets.")
                        ? texts.of("plans.help.target")
                        : name.endsWith(".contact") ? texts.of("plans.help.contact") : null;
        };
    }
}
