package io.casewright.calendar.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads spans as people write them; what cannot be read says why and how it is written. */
final class SpanText {

    private static final String DAY_NAME = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final String TIMES = "(\\d{2}):(\\d{2})\\s*-\\s*(next day\\s+)?(\\d{2}):(\\d{2})";
    private static final Pattern WEEKLY =
            Pattern.compile(DAY_NAME + "(?:\\s*-\\s*" + DAY_NAME + ")?\\s+" + TIMES, Pattern.CASE_INSENSITIVE);
    private static final Pattern DATED = Pattern.compile("(\\S+)\\s+" + TIMES, Pattern.CASE_INSENSITIVE);
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Cannot be read; the message is the end of a sentence that begins with the name of the field. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }

    record Weekly(DayOfWeek day, Span span) {}

    record Dated(LocalDate date, Span span) {}

    private SpanText() {}

    static List<Weekly> weekly(String text) throws Unreadable {
        var matcher = WEEKLY.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Unreadable("has \"" + text + "\"; write a span as mon-fri 09:00-17:30, sat 00:00-24:00"
                    + " or fri 22:00-next day 06:00");
        }
        int first = dayOf(matcher.group(1));
        int last = matcher.group(2) == null ? first : dayOf(matcher.group(2));
        var span = span(text, matcher, 3);
        var read = new ArrayList<Weekly>();
        for (int day = first; ; day = day % 7 + 1) {
            read.add(new Weekly(DayOfWeek.of(day), span));
            if (day == last) {
                return read;
            }
        }
    }

    static Dated dated(String text) throws Unreadable {
        var matcher = DATED.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Unreadable("has \"" + text + "\"; write it as 2026-12-31 08:00-12:00");
        }
        return new Dated(date(text, matcher.group(1)), span(text, matcher, 2));
    }

    static LocalDate date(String text, String date) throws Unreadable {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new Unreadable("has \"" + text + "\", which begins with no date; write dates as 2026-12-31");
        }
    }

    private static Span span(String text, Matcher times, int group) throws Unreadable {
        int from = minute(text, times.group(group), times.group(group + 1));
        int to = minute(text, times.group(group + 3), times.group(group + 4));
        if (from == Span.DAY) {
            throw new Unreadable("has \"" + text + "\", which begins at 24:00; write 00:00 of the day after");
        }
        if (times.group(group + 2) != null) {
            to += Span.DAY;
            if (to > from + Span.DAY) {
                throw new Unreadable("has \"" + text + "\", which is longer than a day; write one span for each day");
            }
        } else if (to < from) {
            throw new Unreadable("has \"" + text + "\", which ends before it begins; if it goes over midnight, write "
                    + "next day before its end");
        }
        if (to == from) {
            throw new Unreadable(
                    "has \"" + text + "\", which ends when it begins; write a later end, 24:00 for midnight");
        }
        return new Span(from, to);
    }

    private static int minute(String text, String hour, String minute) throws Unreadable {
        int read = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || read > Span.DAY) {
            throw new Unreadable(
                    "has \"" + text + "\", where " + hour + ":" + minute + " is no time; write 00:00 to 24:00");
        }
        return read;
    }

    private static int dayOf(String name) {
        return DAYS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }
}
