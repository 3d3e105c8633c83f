/** Work that must happen after a commit: stored in the same transaction as its cause, then done until it succeeds. */
@NullMarked
package io.casewright.platform.outbox;

import org.jspecify.annotations.NullMarked;
