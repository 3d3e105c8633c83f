package io.casewright.oncall.application;

import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.casefile.domain.Queue;
import io.casewright.oncall.domain.Rota;
import io.casewright.oncall.domain.Rota.Stretch;
import io.casewright.oncall.domain.Shift;
import io.casewright.oncall.persistence.Rotas;
import io.casewright.openinghours.application.OpeningHours;
import io.casewright.platform.time.PartnerDays;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on call for which queue and when. What cannot be done is said in a sentence. */
@Service
public class KeepRota {

    private static final Duration LOOKED_AHEAD = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Rotas rotas;
    private final OpeningHours openingHours;
    private final PartnerDays days;
    private final Clock clock;

    KeepRota(Rotas rotas, OpeningHours openingHours, PartnerDays days, Clock clock) {
        this.rotas = rotas;
        this.openingHours = openingHours;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The shifts of a queue that are not over.
     *
     * @param gaps when in the next 14 days nobody is on call, outside of the hours of the queue where such are kept
     * @param overlaps when several are
     */
    public record QueueRota(List<Shift> shifts, List<Stretch> gaps, List<Stretch> overlaps) {}

    /**
     * A shift as it was typed.
     *
     * @param from local date and time of the partner's zone
     */
    public record NewShift(
            String queue,
            String login,
            @Nullable String from,
            @Nullable String until) {}

    /** Rotas by queue; a queue for which nobody was ever planned is not in it. */
    public Map<String, QueueRota> rota() {
        var now = clock.instant();
        var hours = openingHours.ofQueues();
        return rotas.from(now).stream()
                .collect(Collectors.groupingBy(Shift::queue, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> rotaOf(entry.getValue(), hours.get(entry.getKey()), now),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static QueueRota rotaOf(List<Shift> shifts, @Nullable ServiceCalendar hours, Instant now) {
        var rota = new Rota(shifts);
        var until = now.plus(LOOKED_AHEAD);
        var gaps = hours == null ? rota.gaps(now, until) : rota.gapsOutside(hours, now, until);
        return new QueueRota(shifts, gaps, rota.overlaps());
    }

    /** Who said how to be called, and so can be planned. */
    public List<String> reachable() {
        return rotas.reachable();
    }

    /** Why the shift is not added; empty when it was. */
    @Transactional
    public Optional<String> add(NewShift shift) {
        if (Queue.ofGroup(shift.queue()) == null) {
            return Optional.of("Queue: choose one from the list.");
        }
        if (rotas.reachOf(shift.login()).isEmpty()) {
            return Optional.of(
                    "Person: %s has not said by which address to be called. That person does so on this page first."
                            .formatted(shift.login()));
        }
        var begins = time(shift.from());
        var ends = time(shift.until());
        if (begins.isEmpty()) {
            return Optional.of("From: write a date and a time.");
        }
        if (ends.isEmpty()) {
            return Optional.of("Until: write a date and a time.");
        }
        var now = clock.instant();
        if (begins.get().isBefore(now.minus(Duration.ofMinutes(1)))) {
            return Optional.of("From: this is past. Write a time to come.");
        }
        if (!ends.get().isAfter(begins.get())) {
            return Optional.of("Until: must be later than From.");
        }
        if (Duration.between(begins.get(), ends.get()).compareTo(LONGEST) > 0) {
            return Optional.of("Until: a shift lasts at most 31 days. Write an earlier time.");
        }
        rotas.add(shift.queue(), shift.login(), begins.get(), ends.get());
        return Optional.empty();
    }

    /** Why the shift is not removed; empty when it was. */
    @Transactional
    public Optional<String> remove(long shift) {
        return rotas.remove(shift)
                ? Optional.empty()
                : Optional.of("This shift is not in the rota any more. Load the page again.");
    }

    private Optional<Instant> time(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed.strip())
                            .atZone(days.zone())
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
