/** The table of commands, and what is read from the tables of others. */
@NullMarked
package io.casewright.operations.persistence;

import org.jspecify.annotations.NullMarked;
