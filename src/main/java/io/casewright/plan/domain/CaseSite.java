package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarPlace;

/** The site of its customer that a case comes from. */
public record CaseSite(long id, CalendarPlace place) {}
