/** What a statement is, and what its amounts add up to. */
@NullMarked
package io.casewright.statement.domain;

import org.jspecify.annotations.NullMarked;
