/** Major cases and their children in MySQL. */
@NullMarked
package io.casewright.majorcase.persistence;

import org.jspecify.annotations.NullMarked;
