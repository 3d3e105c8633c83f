/** The database as a part that may be away: for how long anybody waits for it, and how that it is away is told. */
@NullMarked
package io.casewright.platform.database;

import org.jspecify.annotations.NullMarked;
