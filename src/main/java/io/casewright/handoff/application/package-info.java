/** What can be done with a hand-off and its ticket; each use case is one transaction. */
@NullMarked
package io.casewright.handoff.application;

import org.jspecify.annotations.NullMarked;
