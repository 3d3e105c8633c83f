/** Sets all that is open going again in an engine that is empty, from the database alone. Knows the platform and tasks; what is open the modules say themselves. */
@NullMarked
package io.casewright.reseat;

import org.jspecify.annotations.NullMarked;
