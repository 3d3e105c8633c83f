/** Promises in MySQL. */
@NullMarked
package io.casewright.promise.persistence;

import org.jspecify.annotations.NullMarked;
