package io.casewright.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.Stretch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTests {

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource({
        "de,       , 2026-12-25, 1st Christmas day",
        "DE, by,     2026-01-06, Epiphany",
        "de,       , 2026-01-06, ",
        "de, by-ag,  2026-08-08, Peace Festival",
        "de, by,     2026-08-08, ",
        // On a weekend, and so made up for: in the week after, the day before, in the year before.
        "gb, eng,    2027-12-27, Christmas",
        "us,       , 2027-06-18, Juneteenth",
        "us,       , 2027-12-31, New Year's Day",
        "us, ny,     2027-03-29, ",
        "in,       , 2026-08-15, Independence Day"
    })
    void knowsTheHolidays(String country, @Nullable String region, LocalDate date, @Nullable String name) {
        var calendar = Calendars.of(text("Asia/Kolkata", country, region));
        var noon = date.atTime(12, 0).atZone(calendar.zone()).toInstant();
        assertThat(calendar.stretches(noon, noon.plusSeconds(1)))
                .extracting(Stretch::dayOff)
                .containsExactly(name);
    }

    @Test
    void refusesACountryThatNobodyKnows() {
        assertThatThrownBy(() -> Calendars.of(text("Europe/Berlin", "xx", null)))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("country \"xx\" is unknown; write one of AD, AE,");
    }

    /** The library would give the holidays of the country, and say nothing. */
    @Test
    void refusesARegionThatNobodyKnows() {
        assertThatThrownBy(() -> Calendars.of(text("Europe/Berlin", "de", "bavaria")))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("region \"bavaria\" is unknown; write one of bb, be, bw, by,");
        assertThatThrownBy(() -> Calendars.of(text("Europe/Berlin", "de", "bb-x")))
                .hasMessageContaining("leave it empty, there is none below");
        assertThatThrownBy(() -> Calendars.of(text("Europe/Berlin", null, "by")))
                .hasMessageContaining("region \"by\" needs the country it belongs to");
    }

    @Test
    void tellsTheFaultsOfAllFieldsTogether() {
        assertThatThrownBy(() -> Calendars.of(text("Europe/Nowhere", "xx", null)))
                .isInstanceOfSatisfying(
                        CalendarRefused.class,
                        refused -> assertThat(refused.faults()).containsOnlyKeys("zone", "country"));
    }

    @Test
    void hoursHoldElsewhereWithTheDaysOffThere() {
        var ours = new CalendarText(
                "Europe/Berlin",
                List.of("mon-fri 09:00-17:00"),
                "DE",
                "be",
                List.of("2026-12-24 Company day"),
                List.of());
        var there = ours.at(new CalendarPlace(
                "America/New_York", "US", null, List.of("2026-12-24 Christmas Eve", "2026-12-28 Stocktaking")));
        assertThat(there)
                .isEqualTo(new CalendarText(
                        "America/New_York",
                        List.of("mon-fri 09:00-17:00"),
                        "US",
                        null,
                        List.of("2026-12-24 Company day", "2026-12-28 Stocktaking"),
                        List.of()));
        var roundTheClock = new CalendarText("UTC", List.of("mon-sun 00:00-24:00"), null, null, List.of(), List.of());
        assertThat(roundTheClock.at(new CalendarPlace("Asia/Tokyo", "JP", null, List.of("2026-12-28 Stocktaking"))))
                .as("who is there on every day of ours is there on every day of theirs")
                .isEqualTo(new CalendarText(
                        "Asia/Tokyo", List.of("mon-sun 00:00-24:00"), null, null, List.of(), List.of()));
    }

    @Test
    void placesThatAreAlikeHaveTheSameName() {
        assertThat(new CalendarPlace("Europe/Vienna", "AT", "9", List.of()).nameOf("plan-1-1"))
                .isEqualTo("plan-1-1@Europe/Vienna+AT-9");
        var closed = new CalendarPlace("Europe/Vienna", null, null, List.of("2026-12-28 Stocktaking"));
        assertThat(closed.nameOf("plan-1-1"))
                .isEqualTo(new CalendarPlace("Europe/Vienna", null, null, List.of("2026-12-28 Stocktaking"))
                        .nameOf("plan-1-1"))
                .isNotEqualTo(new CalendarPlace("Europe/Vienna", null, null, List.of("2026-12-29 Stocktaking"))
                        .nameOf("plan-1-1"))
                .hasSizeLessThan(80);
    }

    private static CalendarText text(String zone, @Nullable String country, @Nullable String region) {
        return new CalendarText(zone, List.of("mon-sun 00:00-24:00"), country, region, List.of(), List.of());
    }
}
