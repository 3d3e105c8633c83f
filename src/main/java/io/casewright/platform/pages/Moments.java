package io.casewright.platform.pages;

import io.casewright.platform.time.PartnerDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes times as the reader's language does, in the same zone as the partner's letters. */
@Component
public class Moments {

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("d. MMM uuuu", Locale.GERMANY);

    private final DateTimeFormatter english;
    private final DateTimeFormatter german;
    private final Clock clock;

    Moments(PartnerDays days, Clock clock) {
        this.english =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.UK).withZone(days.zone());
        this.german = DateTimeFormatter.ofPattern("d. MMM uuuu, HH:mm z", Locale.GERMANY)
                .withZone(days.zone());
        this.clock = clock;
    }

    public Moment of(Instant instant) {
        return new Moment(instant.toString(), (isGerman() ? german : english).format(instant));
    }

    /** A day without its time. */
    public String dayOf(LocalDate day) {
        return (isGerman() ? GERMAN_DAY : ENGLISH_DAY).format(day);
    }

    private static boolean isGerman() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    public boolean isOver(Instant instant) {
        return instant.isBefore(clock.instant());
    }
}
