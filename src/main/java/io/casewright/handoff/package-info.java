/** Taking a case to Microsoft, to the provider or to the vendor, and the twin of the ticket there. Knows the case file; nothing knows this module. */
@NullMarked
@Uses({"casefile", "customer", "mail", "microsoft", "task"})
package io.casewright.handoff;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
