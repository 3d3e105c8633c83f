package io.casewright.calendar;

import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.Holidays;
import io.casewright.calendar.domain.ServiceCalendar;
import java.util.Map;
import java.util.TreeMap;

/** Makes calendars of what was written down. */
public final class Calendars {

    private Calendars() {}

    /**
     * The calendar with the public holidays of its country and region.
     *
     * @throws CalendarRefused when it cannot be one, with all its faults
     */
    public static ServiceCalendar of(CalendarText text) {
        var faults = new TreeMap<String, String>();
        var holidays = Holidays.NONE;
        try {
            holidays = holidays(text);
        } catch (CalendarRefused e) {
            faults.putAll(e.faults());
        }
        try {
            var calendar = ServiceCalendar.of(text, holidays);
            if (faults.isEmpty()) {
                return calendar;
            }
        } catch (CalendarRefused e) {
            faults.putAll(e.faults());
        }
        throw new CalendarRefused(faults);
    }

    private static Holidays holidays(CalendarText text) {
        if (text.country() != null) {
            return PublicHolidays.of(text.country(), text.region());
        }
        if (text.region() != null) {
            throw new CalendarRefused(
                    Map.of("region", "\"" + text.region() + "\" needs the country it belongs to; write country too"));
        }
        return Holidays.NONE;
    }
}
