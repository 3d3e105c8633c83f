/** The Desk as people see it in a browser. */
@NullMarked
package io.casewright.desk.pages;

import org.jspecify.annotations.NullMarked;
