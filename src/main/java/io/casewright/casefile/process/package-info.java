/** Job workers of the process support-case: they translate between variables and use cases and decide nothing.
 * Public only because the engine's client calls them by reflection; no other module may use them. */
@NullMarked
package io.casewright.casefile.process;

import org.jspecify.annotations.NullMarked;
