package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarText;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Service hours as a customer reads them, made of the calendar. */
public final class HoursWords {

    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);
    private static final Pattern SPAN = Pattern.compile(
            "(?<first>[a-z]{3})(\\s*-\\s*(?<last>[a-z]{3}))?\\s+(?<from>\\d\\d:\\d\\d)\\s*-\\s*(?<next>next day\\s+)?(?<to>\\d\\d:\\d\\d)",
            Pattern.CASE_INSENSITIVE);

    private HoursWords() {}

    /** One span a line. */
    public static List<String> of(CalendarText calendar, Locale reader) {
        boolean german = reader.getLanguage().equals(Locale.GERMAN.getLanguage());
        return calendar.hours().stream()
                .map(span -> words(span, german ? Locale.GERMAN : Locale.ENGLISH, german))
                .toList();
    }

    /** On one line, with its zone. */
    public static String line(CalendarText calendar, Locale reader) {
        return line(calendar, calendar.zone(), reader);
    }

    /** Those of a plan on one line, with where they hold. */
    public static String line(PlanTerms terms, Locale reader) {
        boolean german = reader.getLanguage().equals(Locale.GERMAN.getLanguage());
        String site = german ? "Zeit am Standort des Kunden" : "time at the customer's site";
        return line(
                terms.calendar(),
                terms.hoursAt() == HoursAt.SITE ? site : terms.calendar().zone(),
                reader);
    }

    private static String line(CalendarText calendar, String where, Locale reader) {
        return String.join("; ", of(calendar, reader)) + " (" + where + ")";
    }

    private static String words(String span, Locale language, boolean german) {
        var read = SPAN.matcher(span.strip());
        if (!read.matches()) {
            return span;
        }
        String first = day(read.group("first"), language);
        String last = read.group("last");
        boolean isEveryDay = "mon".equalsIgnoreCase(read.group("first")) && "sun".equalsIgnoreCase(last);
        String days = isEveryDay
                ? german ? "Täglich" : "Every day"
                : last == null ? first : first + (german ? " bis " : " to ") + day(last, language);
        if (read.group("from").equals("00:00") && read.group("to").equals("24:00")) {
            return days + (german ? ", rund um die Uhr" : ", round the clock");
        }
        String next = read.group("next") == null ? "" : german ? "am Folgetag " : "next day ";
        return days + ", " + read.group("from") + "–" + next + read.group("to");
    }

    private static String day(String name, Locale language) {
        var day = DAYS.get(name.toLowerCase(Locale.ROOT));
        return day == null ? name : day.getDisplayName(TextStyle.FULL, language);
    }
}
