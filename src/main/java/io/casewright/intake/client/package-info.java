/** Where mails are fetched. */
@NullMarked
package io.casewright.intake.client;

import org.jspecify.annotations.NullMarked;
