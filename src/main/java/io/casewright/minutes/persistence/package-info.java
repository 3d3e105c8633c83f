/** Whose turn it was, in MySQL. */
@NullMarked
package io.casewright.minutes.persistence;

import org.jspecify.annotations.NullMarked;
