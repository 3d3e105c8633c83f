/** What customers subscribe to through the partner: read at Partner Center, and changed there when a change has been approved. */
@NullMarked
package io.casewright.subscription;

import org.jspecify.annotations.NullMarked;
