/** Statements in the REST interface. */
@NullMarked
package io.casewright.statement.web;

import org.jspecify.annotations.NullMarked;
