package io.casewright.oncall.domain;

import io.casewright.calendar.domain.ServiceCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shifts of one queue, in the order in which they begin. */
public final class Rota {

    private final List<Shift> shifts;

    public Rota(List<Shift> shifts) {
        this.shifts = shifts.stream()
                .sorted(Comparator.comparing(Shift::begins).thenComparing(Shift::id))
                .toList();
    }

    /** A time in which nobody is on call, or several are. */
    public record Stretch(Instant from, Instant to) {}

    /** Who is called first, who next: those who are on call then, and after them whoever comes next. Nobody when nobody is on call then. */
    public List<String> order(Instant at) {
        Set<String> logins = new LinkedHashSet<>();
        shifts.stream().filter(shift -> shift.covers(at)).map(Shift::login).forEach(logins::add);
        if (!logins.isEmpty()) {
            shifts.stream()
                    .filter(shift -> shift.begins().isAfter(at))
                    .map(Shift::login)
                    .forEach(logins::add);
        }
        return List.copyOf(logins);
    }

    /** When nobody is on call, between two instants. */
    public List<Stretch> gaps(Instant from, Instant to) {
        var gaps = new ArrayList<Stretch>();
        var reached = from;
        for (var shift : shifts) {
            if (!shift.begins().isBefore(to)) {
                break;
            }
            if (shift.begins().isAfter(reached)) {
                gaps.add(new Stretch(reached, shift.begins()));
            }
            reached = later(reached, shift.ends());
        }
        if (reached.isBefore(to)) {
            gaps.add(new Stretch(reached, to));
        }
        return gaps;
    }

    /** When nobody is on call and those who work at these hours do not work either. */
    public List<Stretch> gapsOutside(ServiceCalendar hours, Instant from, Instant to) {
        var outside = new ArrayList<Stretch>();
        for (var gap : gaps(from, to)) {
            for (var part : hours.stretches(gap.from(), gap.to())) {
                if (part.isOpen()) {
                    continue;
                }
                // A night and the holiday after it are one gap.
                boolean goesOn = !outside.isEmpty() && outside.getLast().to().equals(part.from());
                var begin = goesOn ? outside.removeLast().from() : part.from();
                outside.add(new Stretch(begin, part.to()));
            }
        }
        return outside;
    }

    /** When several are on call, in shifts that are not over. */
    public List<Stretch> overlaps() {
        var overlaps = new ArrayList<Stretch>();
        var reached = Instant.MIN;
        for (var shift : shifts) {
            if (shift.begins().isBefore(reached)) {
                overlaps.add(new Stretch(shift.begins(), shift.ends().isBefore(reached) ? shift.ends() : reached));
            }
            reached = later(reached, shift.ends());
        }
        return overlaps;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
