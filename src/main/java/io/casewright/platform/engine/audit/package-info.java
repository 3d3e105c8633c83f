/** What modules say about where MySQL and the engine do not agree, and what the engine says it carries. */
@NullMarked
package io.casewright.platform.engine.audit;

import org.jspecify.annotations.NullMarked;
