/** Measures start-up, memory and speed on the real stack, for {@code ./casewright bench}. Not a test: it never fails. */
@NullMarked
package io.casewright.bench;

import org.jspecify.annotations.NullMarked;
