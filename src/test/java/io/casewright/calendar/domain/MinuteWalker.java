package io.casewright.calendar.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the clock on the wall, minute after minute; knows nothing of the classes it is held against. */
final class MinuteWalker {

    private static final int DAY = 1440;

    /** A span of a day of the week, 1 to 7, or of a date; its end may lie in the next day. */
    record Raw(int day, @Nullable String date, int from, int to) {}

    private final ZoneId zone;
    private final List<Raw> spans;
    private final Map<String, String> daysOff;

    MinuteWalker(String zone, List<Raw> spans, Map<String, String> daysOff) {
        this.zone = ZoneId.of(zone);
        this.spans = spans;
        this.daysOff = daysOff;
    }

    /** Empty when open, else why not. */
    String closedFor(Instant at) {
        ZonedDateTime wall = at.atZone(zone);
        int minute = wall.getHour() * 60 + wall.getMinute();
        String today = wall.toLocalDate().toString();
        String yesterday = wall.toLocalDate().minusDays(1).toString();
        int weekday = wall.getDayOfWeek().getValue();
        boolean off = daysOff.containsKey(today);
        for (var span : spans) {
            boolean dated = span.date() != null;
            if (off && !dated) {
                continue;
            }
            boolean begunToday = dated ? today.equals(span.date()) : span.day() == weekday;
            boolean begunYesterday = dated ? yesterday.equals(span.date()) : span.day() % 7 + 1 == weekday;
            if (begunToday && minute >= span.from() && minute < span.to()
                    || begunYesterday && minute + DAY < span.to()) {
                return "";
            }
        }
        return off ? daysOff.get(today) : "outside hours";
    }

    long openSeconds(Instant from, Instant to, int step) {
        long open = 0;
        for (var at = from; at.isBefore(to); at = at.plusSeconds(step)) {
            open += closedFor(at).isEmpty() ? step : 0;
        }
        return open;
    }

    /** The first whole minute at which so many minutes of service have passed. */
    Instant after(Instant start, long minutes) {
        var at = start;
        for (long left = minutes; left > 0; at = at.plusSeconds(60)) {
            left -= closedFor(at).isEmpty() ? 1 : 0;
        }
        return at;
    }
}
