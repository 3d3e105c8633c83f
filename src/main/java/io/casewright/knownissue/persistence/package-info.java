/** The waits of cases with an issue of Microsoft in MySQL. */
@NullMarked
package io.casewright.knownissue.persistence;

import org.jspecify.annotations.NullMarked;
