package io.casewright.calendar.domain;

import java.util.List;
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
}
