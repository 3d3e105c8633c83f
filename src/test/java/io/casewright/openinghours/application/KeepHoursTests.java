package io.casewright.openinghours.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.casefile.domain.Queue;
import io.casewright.openinghours.application.OpeningHours.Held;
import io.casewright.openinghours.domain.HoursVersion;
import io.casewright.openinghours.domain.Whose;
import io.casewright.plan.domain.PlanFields;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.HoursDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Hours are kept as versions; what was stays, and nothing wrong is kept. */
@CasewrightTest
class KeepHoursTests {

    private static final Whose TECHNICAL = Whose.of(Queue.TECHNICAL);
    private static final Whose PROVIDER = Whose.ofKey("provider").orElseThrow();

    @Autowired
    KeepHours keep;

    @Autowired
    OpeningHours openingHours;

    @Autowired
    HoursDesk desk;

    @Autowired
    Clock clock;

    @BeforeEach
    @AfterEach
    void nothingIsKept() {
        desk.forget();
    }

    @Test
    void holdFromNowOnAndStayInTheHistory() {
        var before = clock.instant().minusSeconds(1);
        assertThat(keep.keep(TECHNICAL, 0, fields("mon-fri 09:00-17:00"), "owner"))
                .isTrue();
        assertThat(keep.keep(TECHNICAL, 1, fields("mon-fri 08:00-18:00"), "other"))
                .isTrue();
        assertThat(keep.takeAway(TECHNICAL, 2, "owner")).isTrue();
        var history = keep.history(TECHNICAL);
        assertThat(history).extracting(HoursVersion::number).containsExactly(3, 2, 1);
        assertThat(history).extracting(HoursVersion::keptBy).containsExactly("owner", "other", "owner");
        assertThat(history).extracting(HoursVersion::since).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(history.getLast().since()).isBetween(before, clock.instant());
        assertThat(keep.textOf(history.get(0))).isEmpty();
        assertThat(keep.textOf(history.get(2)).orElseThrow().hours()).containsExactly("mon-fri 09:00-17:00");
        assertThat(keep.now()).containsOnlyKeys(TECHNICAL);
    }

    @Test
    void whatIsKeptAlreadyIsKeptOnce() {
        assertThat(keep.takeAway(TECHNICAL, 0, "owner")).isFalse();
        assertThat(keep.keep(TECHNICAL, 0, fields("mon-fri 09:00-17:00"), "owner"))
                .isTrue();
        assertThat(keep.keep(TECHNICAL, 0, fields("mon-fri 09:00-17:00"), "owner"))
                .isFalse();
        assertThat(keep.history(TECHNICAL)).hasSize(1);
    }

    @Test
    void theSecondOfTwoIsRefused() {
        keep.keep(TECHNICAL, 0, fields("mon-fri 09:00-17:00"), "owner");
        assertThatThrownBy(() -> keep.keep(TECHNICAL, 0, fields("mon-fri 08:00-18:00"), "other"))
                .isInstanceOf(HoursChangedMeanwhile.class);
        assertThatThrownBy(() -> keep.takeAway(TECHNICAL, 0, "other")).isInstanceOf(HoursChangedMeanwhile.class);
        assertThatThrownBy(() -> keep.keep(TECHNICAL, 7, fields("mon-fri 08:00-18:00"), "other"))
                .isInstanceOf(HoursChangedMeanwhile.class);
        assertThat(keep.history(TECHNICAL)).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneIsKept() throws Exception {
        var tries = new java.util.ArrayList<Callable<Boolean>>();
        for (int hour = 10; hour < 18; hour++) {
            var fields = fields("mon-fri 09:00-%d:00".formatted(hour));
            tries.add(() -> keep.keep(TECHNICAL, 0, fields, "owner"));
        }
        int kept = 0;
        try (var people = Executors.newFixedThreadPool(tries.size())) {
            for (var attempt : people.invokeAll(tries)) {
                try {
                    kept += attempt.get() ? 1 : 0;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(HoursChangedMeanwhile.class);
                }
            }
        }
        assertThat(kept).isEqualTo(1);
        assertThat(keep.history(TECHNICAL)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Europe/Atlantis",
        "hours, ''",
        "hours, whenever",
        "hours, mon-fri 09:00-17:00;fri 16:00-18:00",
        "country, xx",
        "region, by",
        "closedDays, 2026-02-30 No such day",
        "openSpans, 2026-13-01 08:00-12:00"
    })
    void nothingWrongIsKept(String field, String text) {
        var fields = fields("mon-fri 09:00-17:00").with("calendar." + field, text.replace(';', '\n'));
        assertThatThrownBy(() -> keep.keep(TECHNICAL, 0, fields, "owner"))
                .isInstanceOfSatisfying(
                        CalendarRefused.class, e -> assertThat(e.faults()).containsOnlyKeys(field));
        assertThat(keep.history(TECHNICAL)).isEmpty();
    }

    @Test
    void beginAfterThoseBeforeThoughAClockWasPutBack() {
        var ahead = clock.instant().plusSeconds(60);
        desk.kept(TECHNICAL, ahead, "mon-fri 09:00-17:00");
        keep.keep(TECHNICAL, 1, fields("mon-fri 08:00-18:00"), "owner");
        assertThat(keep.history(TECHNICAL).getFirst().since()).isAfter(ahead);
    }

    @Test
    void ofVendorsAreToldWithoutAGap() {
        var since = clock.instant().minus(Duration.ofDays(2));
        desk.kept(PROVIDER, since, "mon-fri 09:00-17:00");
        desk.kept(PROVIDER, since.plusSeconds(60), null);
        desk.kept(TECHNICAL, since, "mon-fri 09:00-17:00");
        var vendors = openingHours.ofVendors();
        assertThat(vendors).containsOnlyKeys("PROVIDER");
        assertThat(vendors.get("PROVIDER")).extracting(Held::since).startsWith(Instant.EPOCH);
        var sunday = Instant.parse("2026-06-14T12:00:00Z");
        assertThat(vendors.get("PROVIDER"))
                .extracting(held -> held.calendar().isOpen(sunday))
                .containsExactly(true, false, true);
    }

    @Test
    void peopleOfAQueueAreAtTheirDesksWithinItsHoursOnly() {
        var sunday = Instant.parse("2026-06-14T12:00:00Z");
        var monday = Instant.parse("2026-06-15T12:00:00Z");
        assertThat(openingHours.areAtTheirDesks(Queue.TECHNICAL, monday)).isFalse();
        desk.kept(TECHNICAL, clock.instant(), "mon-fri 09:00-17:00");
        assertThat(openingHours.areAtTheirDesks(Queue.TECHNICAL, monday)).isTrue();
        assertThat(openingHours.areAtTheirDesks(Queue.TECHNICAL, sunday)).isFalse();
        assertThat(openingHours.areAtTheirDesks(Queue.BILLING, monday)).isFalse();
        assertThat(openingHours.ofQueues()).containsOnlyKeys("technical");
        assertThat(openingHours.ofQueuesInWords(Locale.ENGLISH))
                .isEqualTo(Map.of("technical", "Monday to Friday, 09:00–17:00 (UTC)"));
        desk.kept(TECHNICAL, clock.instant(), null);
        assertThat(openingHours.areAtTheirDesks(Queue.TECHNICAL, monday)).isFalse();
        assertThat(openingHours.ofQueues()).isEmpty();
        assertThat(List.of(openingHours.ofQueuesInWords(Locale.GERMAN))).containsExactly(Map.of());
    }

    private static PlanFields fields(String hours) {
        return new PlanFields(Map.of("calendar.zone", "Europe/Berlin", "calendar.hours", hours));
    }
}
