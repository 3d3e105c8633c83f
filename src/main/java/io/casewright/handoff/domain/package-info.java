/** What was handed off, and the twin of the ticket it became. */
@NullMarked
package io.casewright.handoff.domain;

import org.jspecify.annotations.NullMarked;
