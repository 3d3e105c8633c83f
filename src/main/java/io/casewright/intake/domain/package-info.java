/** Words of the mails that come in. */
@NullMarked
package io.casewright.intake.domain;

import org.jspecify.annotations.NullMarked;
