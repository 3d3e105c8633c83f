package io.casewright.openinghours.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.plan.domain.PlanFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursTextTests {

    private static final CalendarText TEXT = new CalendarText(
            "Europe/Berlin",
            List.of("mon-thu 08:00-18:00", "fri 08:00-16:00"),
            "de",
            "by",
            List.of("2026-12-24 Christmas Eve"),
            List.of("2026-12-31 08:00-12:00"));

    @Test
    void sayTheSameInFieldsAndAsACalendar() {
        assertThat(HoursText.read(HoursText.fields(TEXT))).isEqualTo(TEXT);
        assertThat(HoursText.fields(TEXT).values().keySet())
                .containsExactlyInAnyOrderElementsOf(HoursText.names())
                .hasSize(6);
        assertThat(HoursText.fields(null).values()).isEmpty();
    }

    @Test
    void whatIsLeftEmptyIsNotThere() {
        var read = HoursText.read(new PlanFields(Map.of("calendar.zone", "UTC", "calendar.hours", "mon 09:00-10:00")));
        assertThat(read)
                .isEqualTo(new CalendarText("UTC", List.of("mon 09:00-10:00"), null, null, List.of(), List.of()));
    }

    @Test
    void textsThatCannotBeTakenAreNamedByTheirField() {
        var refused = catchThrowableOfType(
                CalendarRefused.class,
                () -> HoursText.read(new PlanFields(
                        Map.of("calendar.closedDays", "x".repeat(2001), "calendar.zone", "Europe/\u0007Berlin"))));
        assertThat(HoursText.byField(refused))
                .containsEntry("calendar.closedDays", "must have at most 2000 characters")
                .containsEntry("calendar.zone", "must not contain control characters");
    }
}
