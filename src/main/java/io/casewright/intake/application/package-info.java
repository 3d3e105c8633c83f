/** What can be done with a mail that came in. */
@NullMarked
package io.casewright.intake.application;

import org.jspecify.annotations.NullMarked;
