/** Mails, to be read as they came. */
@NullMarked
package io.casewright.intake.pages;

import org.jspecify.annotations.NullMarked;
