package io.casewright.calendar.domain;

import java.time.LocalDate;
import java.util.Optional;

/** The days of a country or region on which nobody works. */
@FunctionalInterface
public interface Holidays {

    Holidays NONE = date -> Optional.empty();

    /** What is celebrated on that day; empty on a day like any other. */
    Optional<String> on(LocalDate date);
}
