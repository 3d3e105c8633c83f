/** The same trouble of many customers, handled as one major case; each customer's own case stays a case of its own. */
@NullMarked
@Uses({"casefile", "task"})
package io.casewright.majorcase;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
