package io.casewright.calendar.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as people write it down, and as it is kept.
 *
 * @param zone where its hours hold, such as {@code Europe/Berlin}
 * @param hours spans such as {@code mon-fri 09:00-12:30}, {@code sat 00:00-24:00} or, over midnight, {@code fri 22:00-next day 06:00}
 * @param country whose public holidays are days off, by its two letters; null for none
 * @param region of that country, such as {@code by}; null for the holidays of the whole country
 * @param closedDays further days off, such as {@code 2026-12-24 Christmas Eve}
 * @param openSpans open all the same, whatever the week and the holidays say, such as {@code 2026-12-31 08:00-12:00}
 */
public record CalendarText(
        String zone,
        List<String> hours,
        @Nullable String country,
        @Nullable String region,
        List<String> closedDays,
        List<String> openSpans) {

    public CalendarText {
        hours = List.copyOf(hours);
        closedDays = List.copyOf(closedDays);
        openSpans = List.copyOf(openSpans);
    }

    /** The same hours at another place. Only where public holidays are days off at all those of the place are, and its closed days. */
    public CalendarText at(CalendarPlace place) {
        if (country == null || place.country() == null) {
            return new CalendarText(place.zone(), hours, country, region, closedDays, openSpans);
        }
        var days = new LinkedHashMap<String, String>();
        Stream.concat(closedDays.stream(), place.closedDays().stream())
                .forEach(day -> days.putIfAbsent(day.strip().split("\\s+", 2)[0], day));
        return new CalendarText(
                place.zone(), hours, place.country(), place.region(), List.copyOf(days.values()), openSpans);
    }
}
