/** The figures at the Desk, and as files. */
@NullMarked
package io.casewright.report.pages;

import org.jspecify.annotations.NullMarked;
