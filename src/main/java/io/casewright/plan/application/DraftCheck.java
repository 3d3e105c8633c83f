package io.casewright.plan.application;

import io.casewright.calendar.Calendars;
import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.TermsCheck;
import io.casewright.plan.domain.Validity;
import io.casewright.plan.domain.Validity.Impossible;
import io.casewright.plan.persistence.PlanStore;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds what is wrong with what is written of a plan's next version, whichever door it came through. */
@Component
class DraftCheck {

    private final PlanStore store;
    private final Clock clock;

    DraftCheck(PlanStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By field; each is the end of a sentence that begins with it. */
    Map<String, String> faultsOf(long plan, PlanFields fields) {
        var faults = new TreeMap<>(TermsCheck.faultsOf(fields, DraftCheck::faultsOf));
        try {
            validity(plan, fields);
        } catch (Impossible e) {
            faults.put(PlanFields.VALID_FROM, String.valueOf(e.getMessage()));
        }
        return faults;
    }

    Validity validity(long plan, PlanFields fields) throws Impossible {
        return Validity.of(
                fields.of(PlanFields.VALID_FROM),
                zone(fields.of("calendar.zone")),
                clock.instant(),
                store.lastStartOf(plan));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Map<String, String> faultsOf(CalendarText text) {
        try {
            Calendars.of(text);
            return Map.of();
        } catch (CalendarRefused e) {
            return e.faults();
        }
    }
}
