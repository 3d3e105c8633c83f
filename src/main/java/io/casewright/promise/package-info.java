/** What was promised for a case: until when, how much of the time is used, who held it, and whether it was kept. */
@NullMarked
@Uses({"calendar", "casefile", "knownissue", "message", "plan", "site", "task"})
package io.casewright.promise;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
