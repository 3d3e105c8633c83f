/** Who owned the minutes, on the page of a case. */
@NullMarked
package io.casewright.minutes.pages;

import org.jspecify.annotations.NullMarked;
