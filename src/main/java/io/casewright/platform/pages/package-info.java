/** What all pages share: how times are written. */
@NullMarked
package io.casewright.platform.pages;

import org.jspecify.annotations.NullMarked;
