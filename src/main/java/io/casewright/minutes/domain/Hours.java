package io.casewright.minutes.domain;

import io.casewright.calendar.domain.ServiceCalendar;
import java.time.Instant;

/**
 * By which calendar somebody was open.
 *
 * @param since from when on it held
 */
public record Hours(Instant since, ServiceCalendar calendar) {}
