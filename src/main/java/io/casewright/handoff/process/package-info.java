/** Workers of the hand-off and of the vendor ticket: they translate between variables and use cases. */
@NullMarked
package io.casewright.handoff.process;

import org.jspecify.annotations.NullMarked;
