/** What all pages share: in which language they are written, and how times are. */
@NullMarked
package io.casewright.platform.pages;

import org.jspecify.annotations.NullMarked;
