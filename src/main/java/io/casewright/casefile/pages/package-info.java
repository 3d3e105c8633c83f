/** The case file as people read it in a browser: the list of cases and one page for each. */
@NullMarked
package io.casewright.casefile.pages;

import org.jspecify.annotations.NullMarked;
