package io.casewright.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * When service is given. It is open at an instant if the clock on the wall shows one of its hours then: a night that is an hour shorter has an
 * hour less of service, and one that shows an hour twice has it twice.
 */
public final class ServiceCalendar {

    private final ZoneId zone;
    private final DayPlans days;

    private ServiceCalendar(ZoneId zone, DayPlans days) {
        this.zone = zone;
        this.days = days;
    }

    /**
     * The calendar that was written down.
     *
     * @param holidays of the country and region that it names
     * @throws CalendarRefused when it cannot be one, with all its faults
     */
    public static ServiceCalendar of(CalendarText text, Holidays holidays) {
        var read = CalendarReading.of(text);
        return new ServiceCalendar(read.zone(), new DayPlans(read, holidays));
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isOpen(Instant at) {
        return stretchFrom(at).isOpen();
    }

    /** How much service time passes from one instant to a later one; none when it is not later. */
    public Duration between(Instant from, Instant to) {
        return stretches(from, to).stream()
                .filter(Stretch::isOpen)
                .map(Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The first instant at which so much service time has passed since the start: the end of a span rather than the beginning of the next.
     *
     * @throws IllegalArgumentException when the time is negative
     */
    public Instant after(Instant start, Duration serviceTime) {
        if (serviceTime.isNegative()) {
            throw new IllegalArgumentException("A service time of " + serviceTime + " is negative");
        }
        var left = serviceTime;
        var reached = start;
        while (left.isPositive()) {
            var stretch = stretchFrom(reached);
            if (stretch.isOpen()) {
                if (left.compareTo(stretch.length()) <= 0) {
                    return reached.plus(left);
                }
                left = left.minus(stretch.length());
            }
            reached = stretch.to();
        }
        return reached;
    }

    /** What lies between two instants, in order and without a gap; nothing when the second is not later. */
    public List<Stretch> stretches(Instant from, Instant to) {
        var stretches = new ArrayList<Stretch>();
        var reached = from;
        while (reached.isBefore(to)) {
            var next = stretchFrom(reached);
            next = next.to().isAfter(to) ? next.until(to) : next;
            if (!stretches.isEmpty() && stretches.getLast().goesOnAs(next)) {
                stretches.set(stretches.size() - 1, stretches.getLast().until(next.to()));
            } else {
                stretches.add(next);
            }
            reached = next.to();
        }
        return stretches;
    }

    /** From an instant to where the clock on the wall is put forward or back, the plan of the day changes, or the day ends. */
    private Stretch stretchFrom(Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        var wall = LocalDateTime.ofInstant(at, offset);
        LocalDate date = wall.toLocalDate();
        var piece = days.of(date).at(wall.toLocalTime().toSecondOfDay() / 60);
        Instant end = date.atStartOfDay().plusMinutes(piece.to()).toInstant(offset);
        var change = zone.getRules().nextTransition(at);
        if (change != null && change.getInstant().isBefore(end)) {
            end = change.getInstant();
        }
        return new Stretch(at, end, piece.kind(), piece.dayOff());
    }
}
