/** The rows of mails that came in. */
@NullMarked
package io.casewright.intake.persistence;

import org.jspecify.annotations.NullMarked;
