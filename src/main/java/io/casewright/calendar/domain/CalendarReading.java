package io.casewright.calendar.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the text of a calendar means. */
record CalendarReading(
        ZoneId zone,
        Map<DayOfWeek, List<Span>> week,
        Map<LocalDate, String> closedDays,
        Map<LocalDate, List<Span>> openSpans) {

    private static final long WEEK = 7L * Span.DAY;

    /** A span and where it begins, in minutes from some beginning. */
    private record Placed(long from, long to, String text) {}

    static CalendarReading of(CalendarText text) {
        var faults = new TreeMap<String, String>();
        var zone = zone(text.zone(), faults);
        var week = week(text.hours(), faults);
        var closedDays = closedDays(text.closedDays(), faults);
        var openSpans = openSpans(text.openSpans(), faults);
        if (!faults.isEmpty()) {
            throw new CalendarRefused(faults);
        }
        return new CalendarReading(zone, week, closedDays, openSpans);
    }

    private static ZoneId zone(String name, Map<String, String> faults) {
        // Only names that know of summer time: an offset such as +01:00 would be wrong for half the year.
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            faults.put("zone", "\"" + name + "\" does not exist; write a name such as Europe/Berlin or UTC");
            return ZoneOffset.UTC;
        }
        return ZoneId.of(name);
    }

    private static Map<DayOfWeek, List<Span>> week(List<String> hours, Map<String, String> faults) {
        var week = new HashMap<DayOfWeek, List<Span>>();
        var placed = new ArrayList<Placed>();
        try {
            for (var text : hours) {
                for (var read : SpanText.weekly(text)) {
                    week.computeIfAbsent(read.day(), day -> new ArrayList<>()).add(read.span());
                    long start = (long) Span.DAY * (read.day().getValue() - 1);
                    placed.add(new Placed(
                            start + read.span().from(), start + read.span().to(), text));
                }
            }
            placed.stream()
                    .min(Comparator.comparingLong(Placed::from))
                    .ifPresent(first -> placed.add(new Placed(first.from() + WEEK, first.to() + WEEK, first.text())));
            refuseOverlaps(placed);
            if (hours.isEmpty()) {
                throw new SpanText.Unreadable("is empty; name at least one span, such as mon-fri 09:00-17:00");
            }
        } catch (SpanText.Unreadable e) {
            faults.put("hours", e.getMessage());
        }
        return week;
    }

    private static Map<LocalDate, String> closedDays(List<String> days, Map<String, String> faults) {
        var closed = new HashMap<LocalDate, String>();
        try {
            for (var text : days) {
                var parts = text.strip().split("\\s+", 2);
                var date = SpanText.date(text, parts[0]);
                if (closed.putIfAbsent(date, parts.length == 1 ? "Closed day" : parts[1]) != null) {
                    throw new SpanText.Unreadable("has " + date + " twice; name each day once");
                }
            }
        } catch (SpanText.Unreadable e) {
            faults.put("closedDays", e.getMessage());
        }
        return closed;
    }

    private static Map<LocalDate, List<Span>> openSpans(List<String> spans, Map<String, String> faults) {
        var open = new HashMap<LocalDate, List<Span>>();
        var placed = new ArrayList<Placed>();
        try {
            for (var text : spans) {
                var read = SpanText.dated(text);
                open.computeIfAbsent(read.date(), date -> new ArrayList<>()).add(read.span());
                long start = Span.DAY * read.date().toEpochDay();
                placed.add(new Placed(
                        start + read.span().from(), start + read.span().to(), text));
            }
            refuseOverlaps(placed);
        } catch (SpanText.Unreadable e) {
            faults.put("openSpans", e.getMessage());
        }
        return open;
    }

    private static void refuseOverlaps(List<Placed> spans) throws SpanText.Unreadable {
        var sorted =
                spans.stream().sorted(Comparator.comparingLong(Placed::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            if (sorted.get(i).from() < before.to()) {
                throw new SpanText.Unreadable(
                        "has \"" + before.text() + "\" and \"" + sorted.get(i).text()
                                + "\", which overlap; make one span of them or let the second begin later");
            }
        }
    }
}
