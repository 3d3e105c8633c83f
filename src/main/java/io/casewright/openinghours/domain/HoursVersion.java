package io.casewright.openinghours.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hours as they hold until the next version begins.
 *
 * @param number 1 for the first one
 * @param calendar its name among the versions of calendars; null when no hours are kept from then on
 * @param keptBy the login of who said so
 */
public record HoursVersion(
        Whose whose, int number, Instant since, @Nullable String calendar, String keptBy) {}
