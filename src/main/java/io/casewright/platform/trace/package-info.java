/** What belongs together though it happens at different times and places: one trace from a request to what follows from it. */
@NullMarked
package io.casewright.platform.trace;

import org.jspecify.annotations.NullMarked;
