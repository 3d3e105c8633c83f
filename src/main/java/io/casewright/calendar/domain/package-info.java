/** The arithmetic of service time, which knows instants and what the clock on the wall says, and nothing outward. */
@NullMarked
package io.casewright.calendar.domain;

import org.jspecify.annotations.NullMarked;
