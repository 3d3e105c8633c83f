/** What customers subscribe to through the partner: read at Partner Center, and changed there when a change has been approved. */
@NullMarked
@Uses("microsoft")
package io.casewright.subscription;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
