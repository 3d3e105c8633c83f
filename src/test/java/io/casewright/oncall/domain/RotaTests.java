package io.casewright.oncall.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.Holidays;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.oncall.domain.Rota.Stretch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotaTests {

    private static final Shift ADA = shift(1, "ada", "08:00", "16:00");
    private static final Shift GRACE = shift(2, "grace", "16:00", "20:00");
    private static final Shift HEDY = shift(3, "hedy", "18:00", "22:00");

    @Test
    void whoIsOnCallIsCalledFirstAndWhoComesNextAfterwards() {
        assertThat(rota(HEDY, GRACE, ADA).order(at("09:00"))).containsExactly("ada", "grace", "hedy");
        assertThat(rota(ADA, GRACE, HEDY).order(at("19:00"))).containsExactly("grace", "hedy");
        assertThat(rota(ADA, GRACE).order(at("16:00"))).containsExactly("grace");
    }

    @Test
    void nobodyIsCalledWhenNobodyIsOnCall() {
        assertThat(rota(ADA, GRACE).order(at("07:59"))).isEmpty();
        assertThat(rota(ADA, GRACE).order(at("20:00"))).isEmpty();
        assertThat(rota().order(at("09:00"))).isEmpty();
    }

    @Test
    void tellsWhenNobodyIsOnCall() {
        assertThat(rota(ADA, HEDY).gaps(at("06:00"), at("23:00")))
                .containsExactly(span("06:00", "08:00"), span("16:00", "18:00"), span("22:00", "23:00"));
        assertThat(rota(ADA, GRACE).gaps(at("08:00"), at("20:00"))).isEmpty();
        assertThat(rota().gaps(at("08:00"), at("20:00"))).containsExactly(span("08:00", "20:00"));
    }

    @Test
    void nobodyHasToBeOnCallWhilePeopleAreAtTheirDesks() {
        var hours = calendar(List.of(), "tue-wed 07:00-17:00");
        assertThat(rota(ADA, HEDY).gapsOutside(hours, at("06:00"), at("23:00")))
                .containsExactly(span("06:00", "07:00"), span("17:00", "18:00"), span("22:00", "23:00"));
        assertThat(rota().gapsOutside(hours, at("08:00"), at("16:00"))).isEmpty();
    }

    @Test
    void aNightAndTheClosedDayAfterItAreOneGap() {
        var hours = calendar(List.of("2030-01-02"), "mon-sun 07:00-17:00");
        assertThat(rota().gapsOutside(hours, at("12:00"), Instant.parse("2030-01-03T12:00:00Z")))
                .containsExactly(new Stretch(at("17:00"), Instant.parse("2030-01-03T07:00:00Z")));
    }

    @Test
    void tellsWhenSeveralAreOnCall() {
        assertThat(rota(ADA, GRACE).overlaps()).isEmpty();
        assertThat(rota(GRACE, HEDY).overlaps()).containsExactly(span("18:00", "20:00"));
        assertThat(rota(shift(4, "joan", "07:00", "23:00"), ADA).overlaps()).containsExactly(span("08:00", "16:00"));
    }

    private static ServiceCalendar calendar(List<String> closedDays, String hours) {
        return ServiceCalendar.of(
                new CalendarText("UTC", List.of(hours), null, null, closedDays, List.of()), Holidays.NONE);
    }

    private static Rota rota(Shift... shifts) {
        return new Rota(List.of(shifts));
    }

    private static Shift shift(long id, String login, String from, String until) {
        return new Shift(id, "technical", login, at(from), at(until));
    }

    private static Stretch span(String from, String until) {
        return new Stretch(at(from), at(until));
    }

    private static Instant at(String time) {
        return Instant.parse("2030-01-01T" + time + ":00Z");
    }
}
