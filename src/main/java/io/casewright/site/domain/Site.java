package io.casewright.site.domain;

import io.casewright.calendar.domain.CalendarPlace;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A site of a customer.
 *
 * @param version to be given back with a change, which is refused when somebody else made one meanwhile
 * @param isMain where contacts are who are at no other one
 * @param contacts ids of those who are put here
 */
public record Site(
        long id,
        long version,
        String name,
        CalendarPlace place,
        boolean isMain,
        @Nullable Instant closedAt,
        Set<Long> contacts) {

    public Site {
        contacts = Set.copyOf(contacts);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** On one line, as the history has it. */
    public String written() {
        String holidays = place.country() == null
                ? ""
                : ", " + place.country() + (place.region() == null ? "" : "-" + place.region());
        String days = place.closedDays().isEmpty() ? "" : ", " + String.join("; ", place.closedDays());
        return name + " (" + place.zone() + holidays + days + (isMain ? ", main site)" : ")");
    }
}
