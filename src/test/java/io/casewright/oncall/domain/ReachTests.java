package io.casewright.oncall.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody may be told what is no call. */
class ReachTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "20:00, 07:00, 2026-11-30T12:00:00Z, 2026-11-30T12:00:00Z",
        "20:00, 07:00, 2026-11-30T19:00:00Z, 2026-12-01T06:00:00Z",
        "20:00, 07:00, 2026-11-30T03:00:00Z, 2026-11-30T06:00:00Z",
        "20:00, 07:00, 2026-11-30T06:00:00Z, 2026-11-30T06:00:00Z",
        "12:00, 13:00, 2026-11-30T11:30:00Z, 2026-11-30T12:00:00Z",
        "12:00, 13:00, 2026-11-30T10:30:00Z, 2026-11-30T10:30:00Z",
        // In this night two o'clock comes twice, and there is none in the other.
        "22:00, 07:00, 2026-10-24T21:30:00Z, 2026-10-25T06:00:00Z",
        "22:00, 07:00, 2026-03-28T22:30:00Z, 2026-03-29T05:00:00Z",
    })
    void quietHoursPutItOffToTheirEnd(LocalTime from, LocalTime until, Instant now, Instant told) {
        var reach = new Reach("ada", "ada@partner.example", null, true, true, from, until);
        assertThat(reach.notBefore(now, BERLIN)).isEqualTo(told);
    }

    @Test
    void withoutQuietHoursItIsToldAtOnce() {
        var now = Instant.parse("2026-11-30T02:00:00Z");
        assertThat(Reach.byMail("ada", "ada@partner.example").notBefore(now, BERLIN))
                .isEqualTo(now);
    }
}
