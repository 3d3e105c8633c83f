package io.casewright.platform.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes times as the partner's people read them, in the same zone as its letters. */
@Component
public class Moments {

    private final DateTimeFormatter words;
    private final Clock clock;

    Moments(@Value("${casewright.message.zone:UTC}") ZoneId zone, Clock clock) {
        this.words =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.UK).withZone(zone);
        this.clock = clock;
    }

    public Moment of(Instant instant) {
        return new Moment(instant.toString(), words.format(instant));
    }

    public boolean isOver(Instant instant) {
        return instant.isBefore(clock.instant());
    }
}
