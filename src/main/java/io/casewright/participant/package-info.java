/** Who takes part in the conversation of a case beside who asked: they hear what is public and may answer; the case stays with its owner and its contact. */
@NullMarked
@Uses("customer")
package io.casewright.participant;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
