/** What customers write by mail: each mail is kept as it came, finds its case, opens one, or is put before a person. None is lost, and none is answered by a machine's answer. */
@NullMarked
@Uses({"attachment", "casefile", "customer", "mail", "message", "task"})
package io.casewright.intake;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
