package io.casewright.openinghours.application;

import io.casewright.calendar.CalendarVersions;
import io.casewright.calendar.Calendars;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.openinghours.domain.HoursText;
import io.casewright.openinghours.domain.HoursVersion;
import io.casewright.openinghours.domain.Whose;
import io.casewright.openinghours.persistence.HoursStore;
import io.casewright.plan.domain.PlanFields;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A process owner keeps when queues and vendors work. What is kept holds from then on and changes nothing that was. */
@Service
public class KeepHours {

    private final HoursStore store;
    private final CalendarVersions calendars;
    private final Clock clock;

    KeepHours(HoursStore store, CalendarVersions calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What holds now; who never had hours is not in it. */
    public Map<Whose, HoursVersion> now() {
        return store.newest().stream().collect(Collectors.toMap(HoursVersion::whose, Function.identity()));
    }

    /** All versions, the newest first. */
    public List<HoursVersion> history(Whose whose) {
        return store.of(whose).reversed();
    }

    /** As it was written down; empty where no hours are kept. */
    public Optional<CalendarText> textOf(HoursVersion version) {
        return Optional.ofNullable(version.calendar()).map(calendars::textOf);
    }

    /**
     * Hours that hold from now on.
     *
     * @param lookedAt number of the version that was looked at; 0 when there was none
     * @return false when just this was kept already, and nothing is changed
     * @throws io.casewright.calendar.domain.CalendarRefused when something is wrong with them
     * @throws HoursChangedMeanwhile when another version holds by now
     */
    @Transactional
    public boolean keep(Whose whose, int lookedAt, PlanFields fields, String login) {
        var text = HoursText.read(fields);
        Calendars.of(text);
        return add(whose, lookedAt, text, login);
    }

    /** From now on no hours are kept. Answers and fails as {@link #keep} does. */
    @Transactional
    public boolean takeAway(Whose whose, int lookedAt, String login) {
        return add(whose, lookedAt, null, login);
    }

    private boolean add(Whose whose, int lookedAt, @Nullable CalendarText text, String login) {
        var newest = store.newestOf(whose);
        if (Objects.equals(text, newest.flatMap(this::textOf).orElse(null))) {
            return false;
        }
        if (newest.map(HoursVersion::number).orElse(0) != lookedAt) {
            throw new HoursChangedMeanwhile();
        }
        try {
            store.add(whose, lookedAt + 1, sinceAfter(newest), text, login);
        } catch (DuplicateKeyException e) {
            throw new HoursChangedMeanwhile();
        }
        return true;
    }

    /** Now; but after the version before, though a machine's clock was put back. */
    private Instant sinceAfter(Optional<HoursVersion> before) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return before.map(version -> version.since().plus(1, ChronoUnit.MICROS))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }
}
