/** The only door to the process engine: deployment of the models, messages to running cases, what forms sent, and how a failed job is told to the engine. */
@NullMarked
package io.casewright.platform.engine;

import org.jspecify.annotations.NullMarked;
