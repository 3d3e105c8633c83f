/** Sets all that is open going again in an engine that is empty, from the database alone. Knows the platform and tasks; what is open the modules say themselves. */
@NullMarked
@Uses("task")
package io.casewright.reseat;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
