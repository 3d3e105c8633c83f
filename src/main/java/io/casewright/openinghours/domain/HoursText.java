package io.casewright.openinghours.domain;

import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.TermsReading;
import io.casewright.platform.text.InputText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hours in the fields that a plan's calendar has, so that both are written alike. */
public final class HoursText {

    private static final int LONGEST = 2000;

    private HoursText() {}

    /** The fields there are, in the order of the form. */
    public static List<String> names() {
        return PlanFields.names().stream()
                .filter(name -> name.startsWith(PlanFields.CALENDAR))
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
                faults.put(
                        name.substring(PlanFields.CALENDAR.length()),
                        "must have at most %d characters".formatted(LONGEST));
            } else {
                InputText.problemWith(text)
                        .ifPresent(problem -> faults.put(name.substring(PlanFields.CALENDAR.length()), problem));
            }
        }
        if (!faults.isEmpty()) {
            throw new CalendarRefused(faults);
        }
        return TermsReading.calendar(fields);
    }

    /** The fields that say this; all are empty where nothing is kept. */
    public static PlanFields fields(@Nullable CalendarText text) {
        return text == null ? new PlanFields(Map.of()) : PlanFields.ofCalendar(text);
    }

    /** Faults of a calendar by the field of the form. */
    public static Map<String, String> byField(CalendarRefused refused) {
        var faults = new TreeMap<String, String>();
        refused.faults().forEach((name, fault) -> faults.put(PlanFields.CALENDAR + name, fault));
        return faults;
    }
}
