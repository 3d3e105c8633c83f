/** Steps of the process that brings a statement before a second person. */
@NullMarked
package io.casewright.statement.process;

import org.jspecify.annotations.NullMarked;
