/** Who owned the minutes, in the REST interface. */
@NullMarked
package io.casewright.minutes.web;

import org.jspecify.annotations.NullMarked;
