/**
 * What those look at who keep it all running: incidents by their cause, what waits for its delivery, versions of models in use,
 * and how fast the engine answers. It reads all other modules and none knows it.
 */
@NullMarked
@Uses({"access", "audit", "casefile"})
package io.casewright.operations;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
