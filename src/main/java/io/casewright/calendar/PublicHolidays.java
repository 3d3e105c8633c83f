package io.casewright.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Public holidays of a country or one of its regions. One that falls on a weekend is also the day on which it is made up for. */
final class PublicHolidays implements Holidays {

    private final HolidayManager country;
    private final String[] region;
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private PublicHolidays(HolidayManager country, String... region) {
        this.country = country;
        this.region = region;
    }

    /**
     * Of a country.
     *
     * @param code its two letters
     * @param region of it, or parts of a region below one another such as {@code by-ag}; null for the whole country
     * @throws CalendarRefused when one of them is unknown; the library would answer with those of the country for a region it does not know
     */
    static Holidays of(String code, @Nullable String region) {
        String country = code.strip().toUpperCase(Locale.ROOT);
        var known = HolidayManager.getSupportedCalendarCodes().stream()
                .filter(each -> each.length() == 2)
                .collect(Collectors.toSet());
        if (!known.contains(country)) {
            throw refused("country", code, known.stream().sorted());
        }
        var manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        if (region == null) {
            return new PublicHolidays(manager);
        }
        var parts = region.strip().toLowerCase(Locale.ROOT).split("-");
        CalendarHierarchy reached = manager.getCalendarHierarchy();
        for (var part : parts) {
            var below = reached.getChildren().get(part);
            if (below == null) {
                throw refused(
                        "region",
                        region,
                        reached.getChildren().keySet().stream().sorted());
            }
            reached = below;
        }
        return new PublicHolidays(manager, parts);
    }

    @Override
    public Optional<String> on(LocalDate date) {
        return Optional.ofNullable(
                years.computeIfAbsent(date.getYear(), this::of).get(date));
    }

    /** A holiday may be made up for in the year before or after its own. */
    private Map<LocalDate, String> of(int year) {
        return Stream.of(year - 1, year, year + 1)
                .flatMap(each -> country.getHolidays(Year.of(each), region).stream())
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .flatMap(holiday -> days(holiday).map(day -> Map.entry(day, name(holiday))))
                .filter(day -> day.getKey().getYear() == year)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
    }

    private static Stream<LocalDate> days(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }

    private static String name(Holiday holiday) {
        return holiday.getDescription(Locale.ENGLISH);
    }

    private static CalendarRefused refused(String field, String value, Stream<String> known) {
        String names = known.collect(Collectors.joining(", "));
        return new CalendarRefused(Map.of(
                field,
                "\"" + value + "\" is unknown; "
                        + (names.isEmpty() ? "leave it empty, there is none below" : "write one of " + names)));
    }
}
