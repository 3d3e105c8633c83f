/**
 * Hours that customers pay before they use them: bought in packages, reserved for cases, used by their work. A ledger that is only added to,
 * and never gives the same hour twice.
 */
@NullMarked
@Uses({"access", "casefile", "customer", "message", "plan"})
package io.casewright.prepaid;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
