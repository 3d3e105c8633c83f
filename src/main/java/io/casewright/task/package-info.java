/** The tasks of people, as the engine's task listeners tell them. */
@NullMarked
package io.casewright.task;

import org.jspecify.annotations.NullMarked;
