/** Files that came or went with messages: what they are called and are, and who may have how many; never opened, never shown within a page. */
@NullMarked
package io.casewright.attachment;

import org.jspecify.annotations.NullMarked;
