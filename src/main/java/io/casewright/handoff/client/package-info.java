/** The desks that take tickets, each in its own tongue: Partner Center, Azure support, a provider's or vendor's desk by REST or by mail. */
@NullMarked
package io.casewright.handoff.client;

import org.jspecify.annotations.NullMarked;
