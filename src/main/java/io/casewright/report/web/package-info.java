/** The figures in the REST interface. */
@NullMarked
package io.casewright.report.web;

import org.jspecify.annotations.NullMarked;
