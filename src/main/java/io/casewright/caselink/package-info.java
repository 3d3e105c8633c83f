/** The link of a letter with which a contact reads and answers its case without a login: it is known to its reader only, expires, and can be withdrawn. */
@NullMarked
@Uses({"attachment", "casefile", "customer", "message"})
package io.casewright.caselink;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
