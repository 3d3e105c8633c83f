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
        String dateAndTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
        // The narrow spaces in some languages' times are shown as boxes by old mail programs.
        return dateAndTime.replace('\u202F', ' ') + " (" + zone.getDisplayName(TextStyle.FULL, locale) + ")";
    }
}
