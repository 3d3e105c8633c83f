/** Statements in MySQL. */
@NullMarked
package io.casewright.statement.persistence;

import org.jspecify.annotations.NullMarked;
