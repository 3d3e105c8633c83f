/** Who is on call for which queue, and who is called for what until somebody says to be on it. */
@NullMarked
@Uses({"casefile", "promise"})
package io.casewright.oncall;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
