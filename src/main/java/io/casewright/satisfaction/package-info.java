/** What the customer thinks of how a case was handled: asked once, answered by a link that works once, and called back where it was bad. */
@NullMarked
@Uses({"casefile", "message", "task"})
package io.casewright.satisfaction;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
