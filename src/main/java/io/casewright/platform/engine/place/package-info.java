/** Where each process is, kept in the database as its steps begin, so that it can go on in another engine. */
@NullMarked
package io.casewright.platform.engine.place;

import org.jspecify.annotations.NullMarked;
