/** Workers of the engine's task listeners, and who did the task before a step. */
@NullMarked
package io.casewright.task.process;

import org.jspecify.annotations.NullMarked;
