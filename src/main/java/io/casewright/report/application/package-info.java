/** Reads the figures of a period. */
@NullMarked
package io.casewright.report.application;

import org.jspecify.annotations.NullMarked;
