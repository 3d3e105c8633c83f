/** Who is on call for which queue, and who is called for what until somebody says to be on it; and what else people chose to be told of. */
@NullMarked
@Uses({"calendar", "casefile", "message", "openinghours", "promise", "task"})
package io.casewright.oncall;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
