package io.casewright.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCalendarTests {

    private static final String BERLIN = "Europe/Berlin";

    @Test
    void leavesTheLunchBreakOut() {
        var calendar = calendar(BERLIN, "mon-fri 09:00-12:00", "mon-fri 13:00-17:00");
        assertThat(calendar.after(at("2026-11-30T10:30:00Z"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-30T12:30:00Z"));
        assertThat(calendar.isOpen(at("2026-11-30T10:59:59Z"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-30T11:00:00Z"))).isFalse();
    }

    @Test
    void endsWithTheSpanRatherThanAtTheBeginningOfTheNext() {
        var calendar = calendar(BERLIN, "mon-fri 09:00-17:00");
        assertThat(calendar.after(at("2026-11-27T15:00:00Z"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-27T16:00:00Z"));
        assertThat(calendar.after(at("2026-11-27T15:00:00Z"), Duration.ofSeconds(3601)))
                .isEqualTo(at("2026-11-30T08:00:01Z"));
    }

    @Test
    void hasPassedNothingAtOnce() {
        var saturday = at("2026-11-28T12:00:00Z");
        assertThat(calendar(BERLIN, "mon-fri 09:00-17:00").after(saturday, Duration.ZERO))
                .isEqualTo(saturday);
    }

    /** Midnight to six o'clock: five hours when the clocks go forward, seven when they go back. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "Europe/Berlin, 2026-03-29, PT5H",
        "Europe/Berlin, 2026-10-25, PT7H",
        "America/New_York, 2026-03-08, PT5H",
        "America/New_York, 2026-11-01, PT7H",
        "Australia/Lord_Howe, 2026-10-04, PT5H30M",
        "Australia/Lord_Howe, 2026-04-05, PT6H30M",
        "Asia/Kathmandu, 2026-03-29, PT6H"
    })
    void hasTheHoursThatTheNightHas(String zone, LocalDate night, Duration hours) {
        var calendar = calendar(zone, "mon-sun 00:00-06:00");
        var midnight = night.atStartOfDay(calendar.zone()).toInstant();
        var noon = night.atTime(12, 0).atZone(calendar.zone()).toInstant();
        assertThat(calendar.between(midnight, noon)).isEqualTo(hours);
    }

    @Test
    void isOpenTwiceInTheHourThatTheClockShowsTwice() {
        var calendar = calendar(BERLIN, "sun 02:00-02:30");
        assertThat(calendar.stretches(at("2026-10-24T23:45:00Z"), at("2026-10-25T02:00:00Z")))
                .filteredOn(Stretch::isOpen)
                .extracting(Stretch::from)
                .containsExactly(at("2026-10-25T00:00:00Z"), at("2026-10-25T01:00:00Z"));
    }

    @Test
    void saysWhyItIsClosed() {
        var text = new CalendarText(
                BERLIN,
                List.of("mon-fri 09:00-17:00"),
                null,
                null,
                List.of("2026-12-24 Christmas Eve"),
                List.of("2026-12-25 10:00-12:00"));
        var calendar = ServiceCalendar.of(
                text, date -> date.equals(LocalDate.of(2026, 12, 25)) ? Optional.of("Christmas") : Optional.empty());

        assertThat(calendar.stretches(at("2026-12-23T15:00:00Z"), at("2026-12-26T00:00:00Z")))
                .extracting(stretch -> stretch.kind() + " " + stretch.dayOff() + " " + stretch.to())
                .containsExactly(
                        "OPEN null 2026-12-23T16:00:00Z",
                        "OUTSIDE_HOURS null 2026-12-23T23:00:00Z",
                        "DAY_OFF Christmas Eve 2026-12-24T23:00:00Z",
                        "DAY_OFF Christmas 2026-12-25T09:00:00Z",
                        "OPEN null 2026-12-25T11:00:00Z",
                        "DAY_OFF Christmas 2026-12-25T23:00:00Z",
                        "OUTSIDE_HOURS null 2026-12-26T00:00:00Z");
    }

    @Test
    void isOneStretchWhenItNeverCloses() {
        var calendar = calendar(BERLIN, "mon-sun 00:00-24:00");
        assertThat(calendar.stretches(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")))
                .singleElement()
                .isEqualTo(
                        new Stretch(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"), Stretch.Kind.OPEN, null));
    }

    @Test
    void goesOverMidnight() {
        var calendar = calendar(BERLIN, "sun 22:00-next day 06:00");
        assertThat(calendar.between(at("2026-11-29T00:00:00Z"), at("2026-12-01T00:00:00Z")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(calendar.isOpen(at("2026-11-30T04:59:59Z"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-30T05:00:00Z"))).isFalse();
    }

    @Test
    void hasNoTimeBetweenALaterAndAnEarlierInstant() {
        var calendar = calendar(BERLIN, "mon-sun 00:00-24:00");
        assertThat(calendar.between(at("2026-11-30T12:00:00Z"), at("2026-11-29T12:00:00Z")))
                .isZero();
        assertThatThrownBy(() -> calendar.after(at("2026-11-30T12:00:00Z"), Duration.ofSeconds(-1)))
                .hasMessageContaining("negative");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 9 to 5 | hours has \"mon-fri 9 to 5\"; write a span as mon-fri 09:00-17:30",
                "mon 17:00-09:00 | which ends before it begins; if it goes over midnight, write next day before its end",
                "mon 09:00-09:00 | which ends when it begins",
                "mon 24:00-next day 01:00 | which begins at 24:00; write 00:00 of the day after",
                "mon 09:00-next day 09:01 | which is longer than a day",
                "mon 09:00-24:30 | where 24:30 is no time",
                "mon 09:75-10:00 | where 09:75 is no time"
            })
    void refusesHoursThatAreNone(String hours, String reason) {
        assertThatThrownBy(() -> calendar(BERLIN, hours))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesSpansThatOverlap() {
        assertThatThrownBy(() -> calendar(BERLIN, "mon-fri 09:00-12:00", "wed 11:59-17:00"))
                .hasMessageContaining("hours has \"mon-fri 09:00-12:00\" and \"wed 11:59-17:00\", which overlap");
        assertThatThrownBy(() -> calendar(BERLIN, "sun 22:00-next day 06:00", "mon 05:00-12:00"))
                .hasMessageContaining("overlap");
        assertThat(calendar(BERLIN, "sun 22:00-next day 06:00", "mon 06:00-12:00"))
                .isNotNull();
    }

    @Test
    void tellsAllFaultsByTheirFields() {
        var text = new CalendarText(
                "Europe/Berlyn",
                List.of(),
                null,
                null,
                List.of("2026-12-24", "2026-12-24 again"),
                List.of("2026-02-30 08:00-12:00"));
        assertThatThrownBy(() -> ServiceCalendar.of(text, Holidays.NONE))
                .isInstanceOfSatisfying(
                        CalendarRefused.class,
                        refused -> assertThat(refused.faults())
                                .containsOnlyKeys("zone", "hours", "closedDays", "openSpans"))
                .hasMessageContaining("zone \"Europe/Berlyn\" does not exist; write a name such as Europe/Berlin")
                .hasMessageContaining("hours is empty; name at least one span")
                .hasMessageContaining("closedDays has 2026-12-24 twice")
                .hasMessageContaining("which begins with no date");
    }

    private static ServiceCalendar calendar(String zone, String... hours) {
        return ServiceCalendar.of(
                new CalendarText(zone, List.of(hours), null, null, List.of(), List.of()), Holidays.NONE);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
