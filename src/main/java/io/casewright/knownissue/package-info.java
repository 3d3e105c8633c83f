/** Cases that wait with an issue which Microsoft has published. */
@NullMarked
@Uses({"casefile", "customer", "message", "servicehealth", "task"})
package io.casewright.knownissue;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
