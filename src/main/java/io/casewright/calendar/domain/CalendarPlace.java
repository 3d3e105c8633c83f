package io.casewright.calendar.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where hours hold, when they hold elsewhere than where they were written down.
 *
 * @param zone of the clock on the wall there
 * @param country whose public holidays are days off there; null when none are known
 * @param region of that country; null for the holidays of the whole country
 * @param closedDays further days off there, as a {@link CalendarText} has them
 */
public record CalendarPlace(
        String zone, @Nullable String country, @Nullable String region, List<String> closedDays) {

    private static final List<String> SOME_HOURS = List.of("mon-sun 00:00-24:00");

    public CalendarPlace {
        closedDays = List.copyOf(closedDays);
    }

    /** A calendar that is right if the place is. */
    public CalendarText roundTheClock() {
        return new CalendarText(zone, SOME_HOURS, country, region, closedDays, List.of());
    }

    /** Places that are alike have the same. */
    private String key() {
        String holidays = country == null ? "" : "+" + country + (region == null ? "" : "-" + region);
        return zone + holidays + (closedDays.isEmpty() ? "" : "+%016x".formatted(fingerprint(closedDays)));
    }

    /** What the version of a calendar is called that has its hours here. */
    public String nameOf(String calendar) {
        return calendar + "@" + key();
    }

    private static long fingerprint(List<String> days) {
        return UUID.nameUUIDFromBytes(String.join("\n", days).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
