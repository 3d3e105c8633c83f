/** The tasks that wait for people, known at once: the engine's task listeners keep them in a table. Knows the platform only; others ask it who did a task and which are open. */
@NullMarked
package io.casewright.task;

import org.jspecify.annotations.NullMarked;
