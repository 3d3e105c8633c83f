package io.casewright.openinghours.application;

import io.casewright.calendar.CalendarVersions;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.casefile.domain.Queue;
import io.casewright.openinghours.domain.HoursVersion;
import io.casewright.openinghours.domain.Whose;
import io.casewright.openinghours.domain.Whose.Kind;
import io.casewright.openinghours.persistence.HoursStore;
import io.casewright.plan.domain.HoursWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** When queues and vendors work, for whoever counts by it. */
@Service
public class OpeningHours {

    private final HoursStore store;
    private final CalendarVersions calendars;

    OpeningHours(HoursStore store, CalendarVersions calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    /** Hours that held from an instant on, until those that follow. */
    public record Held(Instant since, ServiceCalendar calendar) {}

    /**
     * What held when, of each vendor that ever had hours, without a gap from the beginning of time: before the first version, and where hours
     * were taken away, it was always open.
     */
    public Map<String, List<Held>> ofVendors() {
        var held = new HashMap<String, List<Held>>();
        for (var version : store.of(Kind.VENDOR)) {
            held.computeIfAbsent(version.whose().name(), name -> alwaysAtFirst())
                    .add(new Held(
                            version.since(),
                            calendars.named(Objects.requireNonNullElse(version.calendar(), CalendarVersions.ALWAYS))));
        }
        return held;
    }

    private List<Held> alwaysAtFirst() {
        return new ArrayList<>(List.of(new Held(Instant.EPOCH, calendars.named(CalendarVersions.ALWAYS))));
    }

    /** Whether people of the queue are at their desks: hours of it are kept, and it is within them. */
    public boolean areAtTheirDesks(Queue queue, Instant at) {
        return store.newestOf(Whose.of(queue))
                .map(HoursVersion::calendar)
                .filter(calendar -> calendars.named(calendar).isOpen(at))
                .isPresent();
    }

    /** The hours of now, by the group of the queue; one of which none are kept is not in it. */
    public Map<String, ServiceCalendar> ofQueues() {
        return ofQueues(calendars::named);
    }

    /** The same in the reader's words. */
    public Map<String, String> ofQueuesInWords(Locale reader) {
        return ofQueues(calendar -> HoursWords.line(calendars.textOf(calendar), reader));
    }

    private <T> Map<String, T> ofQueues(Function<String, T> made) {
        return store.newest().stream()
                .filter(version -> version.whose().kind() == Kind.QUEUE)
                .flatMap(version -> Optional.ofNullable(version.calendar()).stream()
                        .map(calendar -> Map.entry(version.whose().name(), made.apply(calendar))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
