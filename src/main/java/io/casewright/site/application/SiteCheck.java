package io.casewright.site.application;

import io.casewright.calendar.Calendars;
import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.platform.text.InputText;
import io.casewright.site.domain.SiteDetails;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what is written of a site to be right. */
final class SiteCheck {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DAYS = 2000;

    private SiteCheck() {}

    /**
     * By field; each is the end of a sentence that begins with it.
     *
     * @param others names of the customer's other sites
     * @param contacts ids of the customer's contacts
     */
    static Map<String, String> faultsOf(SiteDetails details, Collection<String> others, Collection<Long> contacts) {
        var faults = new TreeMap<String, String>();
        try {
            Calendars.of(place(details).roundTheClock());
        } catch (CalendarRefused e) {
            faults.putAll(e.faults());
        }
        text("name", details.name(), LONGEST_NAME, faults);
        text("closedDays", details.closedDays(), LONGEST_DAYS, faults);
        if (details.name().isBlank()) {
            faults.put("name", "is required");
        }
        if (others.stream().anyMatch(details.name().strip()::equalsIgnoreCase)) {
            faults.putIfAbsent("name", "is that of another site of this customer; choose another one");
        }
        if (!contacts.containsAll(details.contacts())) {
            faults.put("contacts", "has somebody who is no contact of this customer; choose again");
        }
        return faults;
    }

    /** What it says of the place, right or not. */
    static CalendarPlace place(SiteDetails details) {
        String country = orNull(details.country());
        return new CalendarPlace(
                details.zone().strip(),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                orNull(details.region().toLowerCase(Locale.ROOT)),
                details.closedDays()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static void text(String field, String text, int longest, Map<String, String> faults) {
        if (text.length() > longest) {
            faults.put(field, "must have at most %d characters".formatted(longest));
        }
        InputText.problemWith(text).ifPresent(problem -> faults.put(field, problem));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
