/** When service is given: calendars of a zone, a week, public holidays and exceptions. */
@NullMarked
package io.casewright.calendar;

import org.jspecify.annotations.NullMarked;
