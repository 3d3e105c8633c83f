package io.casewright.openinghours.domain;

import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.plan.domain.PlanFields;
import io.casewright.platform.text.InputText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hours in the fields that a plan's calendar has, so that both are written alike. */
public final class HoursText {

    private static final String CALENDAR = "calendar.";
    private static final int LONGEST = 2000;

    private HoursText() {}

    /** The fields there are, in the order of the form. */
    public static List<String> names() {
        return PlanFields.names().stream()
                .filter(name -> name.startsWith(CALENDAR))
                .toList();
    }

    /**
     * What was written in the fields.
     *
     * @throws CalendarRefused when a text cannot be taken at all
     */
    public static CalendarText read(PlanFields fields) {
        var faults = new TreeMap<String, String>();
        for (String name : names()) {
            String text = fields.of(name);
            if (text.length() > LONGEST) {
                faults.put(name.substring(CALENDAR.length()), "must have at most %d characters".formatted(LONGEST));
            } else {
                InputText.problemWith(text)
                        .ifPresent(problem -> faults.put(name.substring(CALENDAR.length()), problem));
            }
        }
        if (!faults.isEmpty()) {
            throw new CalendarRefused(faults);
        }
        return new CalendarText(
                fields.of("calendar.zone"),
                fields.linesOf("calendar.hours"),
                orNull(fields.of("calendar.country")),
                orNull(fields.of("calendar.region")),
                fields.linesOf("calendar.closedDays"),
                fields.linesOf("calendar.openSpans"));
    }

    /** The fields that say this; all are empty where nothing is kept. */
    public static PlanFields fields(@Nullable CalendarText text) {
        return new PlanFields(
                text == null
                        ? Map.of()
                        : Map.of(
                                "calendar.zone", text.zone(),
                                "calendar.hours", String.join("\n", text.hours()),
                                "calendar.country", Objects.requireNonNullElse(text.country(), ""),
                                "calendar.region", Objects.requireNonNullElse(text.region(), ""),
                                "calendar.closedDays", String.join("\n", text.closedDays()),
                                "calendar.openSpans", String.join("\n", text.openSpans())));
    }

    /** Faults of a calendar by the field of the form. */
    public static Map<String, String> byField(CalendarRefused refused) {
        var faults = new TreeMap<String, String>();
        refused.faults().forEach((name, fault) -> faults.put(CALENDAR + name, fault));
        return faults;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
