/** The page behind a link. */
@NullMarked
package io.casewright.caselink.pages;

import org.jspecify.annotations.NullMarked;
