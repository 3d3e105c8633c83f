/** When our queues and the vendors work, as versions of which each holds until the next one begins. */
@NullMarked
@Uses({"access", "calendar", "casefile", "plan"})
package io.casewright.openinghours;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
