/** The tables of hand-offs and their tickets. */
@NullMarked
package io.casewright.handoff.persistence;

import org.jspecify.annotations.NullMarked;
