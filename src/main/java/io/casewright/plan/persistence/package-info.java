/** Plans in MySQL. */
@NullMarked
package io.casewright.plan.persistence;

import org.jspecify.annotations.NullMarked;
