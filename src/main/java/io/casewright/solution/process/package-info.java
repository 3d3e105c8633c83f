/** The worker that shows an agent what helped before. */
@NullMarked
package io.casewright.solution.process;

import org.jspecify.annotations.NullMarked;
