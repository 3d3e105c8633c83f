/** What can be counted, and by what. */
@NullMarked
package io.casewright.report.domain;

import org.jspecify.annotations.NullMarked;
