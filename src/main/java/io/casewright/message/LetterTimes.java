package io.casewright.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Times as a customer reads them: in the customer's language, and with the zone they are meant in. */
final class LetterTimes {

    private LetterTimes() {}

    static String of(Instant time, ZoneId zone, Locale locale) {
        var local = time.atZone(zone);
        // Apart from each other: what stands between date and time changes from one Java to the next.
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(local);
        String clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(local);
        // The narrow spaces in some languages' times are shown as boxes by old mail programs.
        return "%s, %s (%s)".formatted(date, clock.replace('\u202F', ' '), zone.getDisplayName(TextStyle.FULL, locale));
    }
}
