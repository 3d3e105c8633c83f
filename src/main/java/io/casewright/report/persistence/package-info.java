/** One query for each figure. */
@NullMarked
package io.casewright.report.persistence;

import org.jspecify.annotations.NullMarked;
