/** What all modules do alike with texts. */
@NullMarked
package io.casewright.platform.text;

import org.jspecify.annotations.NullMarked;
