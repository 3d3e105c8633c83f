/** The Desk's own tables, and the queries behind its lists. */
@NullMarked
package io.casewright.desk.persistence;

import org.jspecify.annotations.NullMarked;
