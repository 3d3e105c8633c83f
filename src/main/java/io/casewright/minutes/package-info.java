/** Who owned the minutes of a case: each second from its receipt to its end belongs to one who had to act, or to closed hours. */
@NullMarked
@Uses({"calendar", "casefile", "knownissue", "message", "openinghours"})
package io.casewright.minutes;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
