package io.casewright.calendar.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The plan of each day: of its week, unless it is off or has spans of its own. */
final class DayPlans {

    private final CalendarReading read;
    private final Holidays holidays;
    private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, DayPlan> usual = new EnumMap<>(DayOfWeek.class);

    DayPlans(CalendarReading read, Holidays holidays) {
        this.read = read;
        this.holidays = holidays;
        for (var day : DayOfWeek.values()) {
            var spans =
                    parts(read.week().getOrDefault(day, List.of()), read.week().getOrDefault(day.minus(1), List.of()));
            week.put(day, spans);
            usual.put(day, DayPlan.of(spans, Optional.empty()));
        }
    }

    DayPlan of(LocalDate date) {
        var dayOff = Optional.ofNullable(read.closedDays().get(date)).or(() -> holidays.on(date));
        var own = parts(
                read.openSpans().getOrDefault(date, List.of()),
                read.openSpans().getOrDefault(date.minusDays(1), List.of()));
        if (dayOff.isEmpty() && own.isEmpty()) {
            return Objects.requireNonNull(usual.get(date.getDayOfWeek()));
        }
        if (dayOff.isEmpty()) {
            own.addAll(Objects.requireNonNull(week.get(date.getDayOfWeek())));
        }
        return DayPlan.of(own, dayOff);
    }

    private static List<Span> parts(List<Span> today, List<Span> yesterday) {
        var parts = new ArrayList<>(today.stream().map(Span::today).toList());
        yesterday.stream().filter(Span::reachesTomorrow).map(Span::tomorrow).forEach(parts::add);
        return parts;
    }
}
