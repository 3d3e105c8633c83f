package io.casewright.report.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the partner stands with Microsoft, month by month.
 *
 * @param customers that there are now
 */
public record Standing(long customers, List<Month> months, Thresholds thresholds) {

    /** What is to be reached; null where nobody set it. */
    public record Thresholds(
            @Nullable BigDecimal mostTickets,
            @Nullable BigDecimal firstResponseKept,
            @Nullable BigDecimal satisfaction) {}

    /**
     * A month, by UTC.
     *
     * @param tickets that were prepared for Microsoft
     * @param avoided cases that were to be handed off, and ended without a ticket
     * @param kept first responses
     * @param missed first responses
     * @param ratings how many there are
     * @param stars their sum
     */
    public record Month(
            YearMonth month, long tickets, long avoided, long kept, long missed, long ratings, long stars) {}
}
