package io.casewright.minutes.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owned the minutes, as it is shown.
 *
 * @param notCounted how long it was nobody's; null when it never was
 */
record MinutesPart(
        String total, @Nullable String notCounted, List<Bar.Piece> bar, List<Share> shares, List<Line> lines) {

    /** What one owner had of it. The name is a CSS class. */
    record Share(String name, String owner, String length, String percent) {}

    /** A stretch. */
    record Line(
            Moment from,
            Moment to,
            String name,
            String owner,
            String why,
            @Nullable String subject,
            String length) {}
}
