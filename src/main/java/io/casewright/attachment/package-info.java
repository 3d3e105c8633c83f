/** Files that came or went with messages: what they are called and are, and who may have how many; never opened, never shown within a page. */
@NullMarked
@Uses("message")
package io.casewright.attachment;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
