package io.casewright.minutes.domain;

import io.casewright.calendar.domain.Stretch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The time of a case, each second with its owner. A case that was reopened has a gap in which it was nobody's; it is not counted.
 *
 * @param stretches in order
 */
public record Minutes(List<OwnedStretch> stretches) {

    public Minutes {
        stretches = List.copyOf(stretches);
    }

    /**
     * Of what is known of a case.
     *
     * @param facts as they were kept, the first one its receipt
     * @param we who we are for its customer
     * @param until where an open case has come to
     */
    public static Minutes of(List<Fact> facts, Owner we, OpenHours hours, Instant until) {
        var stretches = new ArrayList<OwnedStretch>();
        for (var turn : Turns.of(facts, until)) {
            addOpenAndClosed(stretches, turn, Objects.requireNonNullElse(turn.owner(), we), hours.of(turn.owner()));
        }
        return new Minutes(stretches);
    }

    private static void addOpenAndClosed(List<OwnedStretch> stretches, Turn turn, Owner owner, List<Hours> hours) {
        var reached = turn.from();
        for (int i = 0; i < hours.size() && reached.isBefore(turn.to()); i++) {
            boolean isLast = i == hours.size() - 1;
            var next = isLast ? turn.to() : hours.get(i + 1).since().truncatedTo(ChronoUnit.SECONDS);
            var end = next.isBefore(turn.to()) ? next : turn.to();
            for (Stretch open : hours.get(i).calendar().stretches(reached, end)) {
                add(
                        stretches,
                        new OwnedStretch(
                                open.from(),
                                open.to(),
                                open.isOpen() ? owner : Owner.CLOSED_HOURS,
                                turn.reason(),
                                turn.subject()));
            }
            reached = end.isAfter(reached) ? end : reached;
        }
        if (reached.isBefore(turn.to())) {
            add(stretches, new OwnedStretch(reached, turn.to(), owner, turn.reason(), turn.subject()));
        }
    }

    private static void add(List<OwnedStretch> stretches, OwnedStretch next) {
        if (!stretches.isEmpty() && stretches.getLast().goesOnAs(next)) {
            stretches.set(stretches.size() - 1, stretches.getLast().until(next.to()));
        } else {
            stretches.add(next);
        }
    }

    /** What of it lies between two instants. */
    public Minutes within(Instant from, Instant to) {
        return new Minutes(stretches.stream()
                .filter(stretch -> stretch.to().isAfter(from) && stretch.from().isBefore(to))
                .map(stretch -> stretch.from().isBefore(from) ? stretch.since(from) : stretch)
                .map(stretch -> stretch.to().isAfter(to) ? stretch.until(to) : stretch)
                .toList());
    }

    /** All seconds that belong to somebody. */
    public long seconds() {
        return stretches.stream().mapToLong(OwnedStretch::seconds).sum();
    }

    /** The seconds of each owner that has any, in the order of the owners. */
    public Map<Owner, Long> byOwner() {
        var sums = new EnumMap<Owner, Long>(Owner.class);
        stretches.forEach(stretch -> sums.merge(stretch.owner(), stretch.seconds(), Long::sum));
        return sums;
    }

    /** Seconds between the first and the last stretch in which the case had ended and was nobody's. */
    public long nobodys() {
        long nobodys = 0;
        for (int i = 1; i < stretches.size(); i++) {
            nobodys += java.time.Duration.between(
                            stretches.get(i - 1).to(), stretches.get(i).from())
                    .toSeconds();
        }
        return nobodys;
    }
}
