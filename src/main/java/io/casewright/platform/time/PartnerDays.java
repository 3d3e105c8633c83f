package io.casewright.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days as the partner has them: in the zone in which its letters state times. */
@Component
public class PartnerDays {

    private final ZoneId zone;
    private final Clock clock;

    public PartnerDays(@Value("${casewright.message.zone:UTC}") ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return of(clock.instant());
    }

    /** The day in which the instant lies. */
    public LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of the day, which is not always midnight. */
    public Instant beginOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
